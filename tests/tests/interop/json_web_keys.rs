//! JSON Web Keys, from library to library.

use std::collections::BTreeMap;

use portcullis::{Algorithm, Key};
use serde_json::{Value, json};

use crate::keys::{Material, Pair, every_algorithm};
use crate::peer::{Peer, peers, text};
use crate::server::{Server, scheme, sound_claims};
use crate::token::read;

/// The same key as the library itself writes it as a JSON Web Key.
pub(crate) fn as_jwk(peer: &mut Peer, key: &Material) -> Material {
    Material { algorithm: key.algorithm, key: json!({"jwk": peer.export(key)}) }
}

/// Neither library writes `alg`, which we must know and do not guess for RSA and for secrets.
#[test]
fn keys_that_the_libraries_write_are_read_here() {
    for mut peer in peers() {
        for Pair { private, public, .. } in every_algorithm() {
            let mut jwk = peer.export(&public);
            assert_eq!(jwk.get("alg"), None);
            jwk["alg"] = public.algorithm.name().into();
            let token = peer.sign(&private, &json!({}), &sound_claims());
            Server::verifying(scheme(Key::jwk(jwk.to_string()))).lets_in(&token);
        }
    }
}

#[test]
fn keys_that_we_read_are_read_by_the_libraries() {
    let keys = BTreeMap::from([
        ("RS256", include_str!("../../keys/rsa2048.jwk")),
        ("ES256", include_str!("../../keys/p256.jwk")),
        ("ES384", include_str!("../../keys/p384.jwk")),
        ("EdDSA", include_str!("../../keys/ed25519.jwk")),
    ]);
    for mut peer in peers() {
        for Pair { private, .. } in every_algorithm() {
            let algorithm = private.algorithm;
            let Some(jwk) = keys.get(algorithm.name()) else { continue };
            let token = peer.sign(&private, &json!({}), &sound_claims());
            Server::verifying(scheme(Key::jwk(*jwk))).lets_in(&token);
            let jwk = serde_json::from_str::<Value>(jwk).unwrap();
            peer.accepts(&Material { algorithm, key: json!({"jwk": jwk}) }, &token);
        }
    }
}

/// The `kid` of a key without an id is its thumbprint (RFC 7638), as jose computes it; but that
/// of a shared secret would tell of the secret (§7).
#[test]
fn the_id_of_a_public_key_is_its_thumbprint() {
    let mut jose = Peer::jose();
    for Pair { signing, public, .. } in every_algorithm() {
        let job = json!({"do": "thumbprint", "alg": public.algorithm.name(), "key": public.key});
        let thumbprint = text(&jose.done(&job), "thumbprint");
        let (header, _) = read(&Server::signing(scheme(signing)).signs());
        let is_secret =
            matches!(public.algorithm, Algorithm::Hs256 | Algorithm::Hs384 | Algorithm::Hs512);
        assert_eq!(text(&header, "kid") == thumbprint, !is_secret, "{header}");
    }
}
