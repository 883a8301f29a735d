//! What the other libraries sign, is let in here.

use serde_json::{Value, json};

use crate::json_web_keys::as_jwk;
use crate::keys::{Pair, every_algorithm};
use crate::peer::Peer;
use crate::server::{ISSUER, Server, scheme, sound_claims};
use crate::token::{alterations, read};

#[test]
fn tokens_of_every_algorithm_are_signed_by_pyjwt() {
    are_signed_by(&mut Peer::pyjwt(), &json!({"typ": "JWT"}));
}

#[test]
fn tokens_of_every_algorithm_are_signed_by_jose() {
    are_signed_by(&mut Peer::jose(), &json!({}));
}

/// With the header that the library writes unasked, and with one of RFC 9068; and what we refuse,
/// so does the library.
fn are_signed_by(peer: &mut Peer, unasked: &Value) {
    for Pair { verifying, private, public, .. } in every_algorithm() {
        let server = Server::verifying(scheme(verifying.id("2026-11")));
        let claims = sound_claims();
        for key in [as_jwk(peer, &private), private.clone()] {
            for asked in [json!({}), json!({"typ": "at+jwt", "kid": "2026-11"})] {
                let token = peer.sign(&key, &asked, &claims);
                let mut header = if asked == json!({}) { unasked.clone() } else { asked };
                header["alg"] = private.algorithm.name().into();
                assert_eq!(read(&token).0, header);
                let caller = json!({
                    "id": "ada",
                    "issuer": ISSUER,
                    "roles": ["Admin"],
                    "permissions": [],
                    "scopes": [],
                    "claims": claims,
                });
                assert_eq!(server.lets_in(&token), caller, "{header}");
                for altered in alterations(&token) {
                    server.refuses(&altered, "the signature does not hold");
                    peer.refuses_signature(&public, &altered);
                }
            }
        }
    }
}

/// A sound token of one algorithm is none of another, even with a key that fits both.
#[test]
fn the_algorithm_is_the_keys_here_and_there() {
    let mut jose = Peer::jose();
    for signer in every_algorithm() {
        let token = jose.sign(&signer.private, &json!({}), &sound_claims());
        for verifier in every_algorithm() {
            let same = signer.private.algorithm == verifier.private.algorithm;
            assert_eq!(jose.would_accept(&verifier.public, &token), same);
            let server = Server::verifying(scheme(verifier.verifying));
            if same {
                server.lets_in(&token);
            } else {
                server.refuses(&token, "`alg` is not the key's algorithm");
            }
        }
    }
}
