//! RSA keys whose numbers are weak or odd (RFC 7518 §3.3, NIST SP 800-56B).

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use portcullis::{Algorithm, Key};
use serde_json::Value;

use crate::{encode, jwk_refused, key, pem_refused, starts};

/// The modulus of a sound key.
fn modulus() -> Vec<u8> {
    let jwk = serde_json::from_str::<Value>(key!("rsa2048.jwk")).unwrap();
    URL_SAFE_NO_PAD.decode(jwk["n"].as_str().unwrap()).unwrap()
}

fn jwk(n: &[u8], e: &[u8]) -> String {
    let (n, e) = (encode(n), encode(e));
    format!(r#"{{"kty":"RSA","alg":"PS256","n":"{n}","e":"{e}"}}"#)
}

#[test]
fn fewer_than_2048_bits() {
    starts(Key::pem(Algorithm::Rs256, key!("rsa2048.pub.pem")));
    for pem in [key!("rsa1024.pem"), key!("rsa1024.pub.pem")] {
        let told = crate::problems(portcullis::JwtBearer::new(Key::pem(Algorithm::Rs256, pem)));
        assert!(told.contains("at least 2048"), "{told}");
    }
    let n = modulus();
    jwk_refused(&jwk(&n[..255], &[1, 0, 1]), "the RSA key has only 2040 bits");
    let mut n = n;
    n[0] = 0x7F;
    jwk_refused(&jwk(&n, &[1, 0, 1]), "the RSA key has only 2047 bits");
    n[0] = 0;
    jwk_refused(&jwk(&n, &[1, 0, 1]), "the RSA key has only 20");
    jwk_refused(&jwk(&[], &[1, 0, 1]), "the RSA key has only 0 bits");
}

#[test]
fn more_bits_than_can_be_verified_in_time() {
    jwk_refused(&jwk(&[0xFF; 1025], &[1, 0, 1]), "the RSA key has 8200 bits");
}

/// With an exponent of 1 every message is its own signature.
#[test]
fn an_exponent_of_zero_or_one() {
    let why = "the RSA key's exponent is not an odd number from 3";
    starts(Key::jwk(jwk(&modulus(), &[1, 0, 1])));
    starts(Key::jwk(jwk(&modulus(), &[3])));
    for e in [&[][..], &[0], &[1], &[0, 0, 1]] {
        jwk_refused(&jwk(&modulus(), e), why);
    }
}

#[test]
fn an_even_exponent() {
    let why = "the RSA key's exponent is not an odd number from 3";
    for e in [&[2][..], &[4], &[1, 0, 0], &[1, 0, 2]] {
        jwk_refused(&jwk(&modulus(), e), why);
    }
}

#[test]
fn an_exponent_of_more_than_33_bits() {
    let why = "the RSA key's exponent has more than 33 bits";
    starts(Key::jwk(jwk(&modulus(), &[1, 0xFF, 0xFF, 0xFF, 0xFF])));
    for e in [&[2, 0, 0, 0, 1][..], &[1; 8], &[0xFF; 17], &[0xFF; 256]] {
        jwk_refused(&jwk(&modulus(), e), why);
    }
}

#[test]
fn an_even_modulus() {
    let mut n = modulus();
    *n.last_mut().unwrap() ^= 1;
    jwk_refused(&jwk(&n, &[1, 0, 1]), "the RSA key's modulus is even");
}

#[test]
fn a_key_for_pss_alone() {
    let why = "PS256 takes no RSASSA-PSS-only key";
    pem_refused(Algorithm::Ps256, key!("odd/rsa_pss.pem"), why);
    pem_refused(Algorithm::Ps256, key!("odd/rsa_pss.pub.pem"), why);
}
