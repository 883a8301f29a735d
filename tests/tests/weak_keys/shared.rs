//! Shared secrets.

use portcullis::{Algorithm, JwtBearer, Key};

use crate::{encode, jwk_refused, key, problems, refused, starts};

fn secret_refused(algorithm: Algorithm, secret: &str, why: &str) {
    refused(&problems(JwtBearer::new(Key::secret(algorithm, secret))), secret, why);
}

#[test]
fn an_empty_secret() {
    secret_refused(Algorithm::Hs256, "", "the HS256 key is empty");
    jwk_refused(r#"{"kty":"oct","alg":"HS256","k":""}"#, "the HS256 key is empty");
}

/// RFC 7518 §3.2
#[test]
fn a_secret_shorter_than_the_hash() {
    let lengths = [(Algorithm::Hs256, 32), (Algorithm::Hs384, 48), (Algorithm::Hs512, 64)];
    for (algorithm, least) in lengths {
        let name = algorithm.name();
        let jwk = |length: usize| {
            format!(r#"{{"kty":"oct","alg":"{name}","k":"{}"}}"#, encode("k".repeat(length)))
        };
        starts(Key::secret(algorithm, "k".repeat(least)));
        starts(Key::jwk(jwk(least)));
        let why = format!("the {name} key has only {} bytes; it needs at least {least}", least - 1);
        secret_refused(algorithm, &"k".repeat(least - 1), &why);
        jwk_refused(&jwk(least - 1), &why);
    }
}

/// RFC 8725 §2.1: whoever has the public key could sign.
#[test]
fn a_public_key_as_a_secret() {
    let why = "the shared secret is a PEM or SSH key";
    secret_refused(Algorithm::Hs256, key!("rsa2048.pub.pem"), why);
    secret_refused(Algorithm::Hs512, &format!("\n {}", key!("p256.pub.pem")), why);
    let ssh = format!("ssh-ed25519 {}", "A".repeat(64));
    secret_refused(Algorithm::Hs256, &ssh, why);
}

#[test]
fn a_secret_for_an_asymmetric_algorithm() {
    let secret = "k".repeat(64);
    secret_refused(Algorithm::Rs256, &secret, "RS256 takes no shared secret");
    let jwk = format!(r#"{{"kty":"oct","alg":"ES256","k":"{}"}}"#, encode(secret));
    jwk_refused(&jwk, "ES256 takes no shared secret");
}

#[test]
fn an_asymmetric_key_for_hmac() {
    let pem = key!("rsa2048.pub.pem");
    let told = problems(JwtBearer::new(Key::pem(Algorithm::Hs256, pem)));
    refused(&told, pem, "HS256 takes a shared secret");
    let jwk = key!("rsa2048.jwk").replace("RS256", "HS256");
    jwk_refused(&jwk, "HS256 takes no RSA key");
}
