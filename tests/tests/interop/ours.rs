//! What is signed here, the other libraries verify.

use portcullis::{Algorithm, JwtBearer};
use serde_json::json;

use crate::json_web_keys::as_jwk;
use crate::keys::{Pair, every_algorithm, shared};
use crate::peer::{Peer, peers};
use crate::server::{AUDIENCE, ISSUER, Server, scheme};
use crate::token::{alterations, read};

#[test]
fn tokens_of_every_algorithm_are_verified_by_pyjwt() {
    are_verified_by(&mut Peer::pyjwt());
}

#[test]
fn tokens_of_every_algorithm_are_verified_by_jose() {
    are_verified_by(&mut Peer::jose());
}

/// Both ways of giving the library the key; and what it refuses, so do we.
fn are_verified_by(peer: &mut Peer) {
    for Pair { signing, verifying, public, .. } in every_algorithm() {
        let token = Server::signing(scheme(signing.id("2026-11"))).signs();
        let (header, claims) = read(&token);
        let expected = json!({"typ": "at+jwt", "alg": public.algorithm.name(), "kid": "2026-11"});
        assert_eq!(header, expected);
        assert_eq!(claims["nested"]["ids"][2]["half"], 0.5, "what the handler has set");
        let server = Server::verifying(scheme(verifying));
        assert_eq!(server.lets_in(&token)["claims"], claims);
        for key in [as_jwk(peer, &public), public] {
            assert_eq!(peer.accepts(&key, &token), (header.clone(), claims.clone()));
            for altered in alterations(&token) {
                peer.refuses_signature(&key, &altered);
                server.refuses(&altered, "the signature does not hold");
            }
        }
    }
}

/// RFC 9068 §4: a resource server checks the type. Only jose can be told to.
#[test]
fn the_type_is_the_one_that_jose_looks_for() {
    let mut jose = Peer::jose();
    for Pair { signing, public, .. } in every_algorithm() {
        let token = Server::signing(scheme(signing)).signs();
        let mut job = json!({
            "do": "verify",
            "alg": public.algorithm.name(),
            "key": public.key,
            "token": token,
            "typ": "at+jwt",
        });
        assert_eq!(jose.done(&job)["claims"]["sub"], "ada");
        job["typ"] = "logout+jwt".into();
        assert_eq!(jose.ask(&job)["error"], "ERR_JWT_CLAIM_VALIDATION_FAILED");
    }
}

/// A token of another issuer or for another audience is refused there, too.
#[test]
fn issuer_and_audience_are_where_the_libraries_look() {
    let Pair { signing, public, .. } = shared(Algorithm::Hs256);
    let mut libraries = peers();
    let rows = [
        (ISSUER, AUDIENCE, true),
        ("https://other.example", AUDIENCE, false),
        (ISSUER, "web", false),
    ];
    for (issuer, audience, expected) in rows {
        let other = JwtBearer::new(signing.clone()).issuer(issuer).audience(audience);
        let token = Server::signing(other).signs();
        for peer in &mut libraries {
            assert_eq!(peer.would_accept(&public, &token), expected, "{issuer} {audience}");
        }
    }
}
