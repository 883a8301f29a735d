//! Keys of kinds that the algorithm, or every algorithm, does not take.

use portcullis::Algorithm;
use serde_json::json;

use crate::{encode, jwk_refused, key, pem_refused};

#[test]
fn x25519_ed448_and_dsa() {
    let eddsa = Algorithm::EdDsa;
    pem_refused(eddsa, key!("odd/x25519.pem"), "EdDSA takes no X25519 key");
    pem_refused(eddsa, key!("odd/x25519.pub.pem"), "EdDSA takes no X25519 key");
    pem_refused(eddsa, key!("odd/ed448.pem"), "EdDSA takes no Ed448 key");
    pem_refused(eddsa, key!("odd/ed448.pub.pem"), "EdDSA takes no Ed448 key");
    pem_refused(Algorithm::Rs256, key!("odd/dsa.pub.pem"), "RS256 takes no DSA key");
}

#[test]
fn x25519_and_ed448_as_jwk() {
    for (curve, length) in [("X25519", 32), ("X448", 56), ("Ed448", 57)] {
        let x = encode(vec![9; length]);
        let jwk = json!({"kty": "OKP", "crv": curve, "alg": "EdDSA", "x": x}).to_string();
        jwk_refused(&jwk, &format!("`crv` is {curve:?}, which is unknown"));
    }
}

#[test]
fn the_key_of_another_algorithm() {
    let rows = [
        (Algorithm::Rs256, key!("p256.pem"), "RS256 takes no elliptic-curve key"),
        (Algorithm::Ps512, key!("p256.pub.pem"), "PS512 takes no elliptic-curve key"),
        (Algorithm::Es256, key!("rsa2048.pem"), "ES256 takes no RSA key"),
        (Algorithm::Es256, key!("rsa2048.pub.pem"), "ES256 takes no RSA key"),
        (Algorithm::Es256, key!("rsa2048.pkcs1.pem"), "ES256 takes no RSA key"),
        (Algorithm::Es256, key!("rsa2048.pkcs1.pub.pem"), "ES256 takes no RSA key"),
        (Algorithm::Es256, key!("ed25519.pub.pem"), "ES256 takes no Ed25519 key"),
        (Algorithm::EdDsa, key!("p256.pem"), "EdDSA takes no elliptic-curve key"),
        (Algorithm::EdDsa, key!("rsa2048.pub.pem"), "EdDSA takes no RSA key"),
    ];
    for (algorithm, pem, why) in rows {
        pem_refused(algorithm, pem, why);
    }
}
