//! Public keys of Ed25519 with which anyone can sign, or that are no keys.

use portcullis::{Algorithm, Key};

use crate::{der, der_refused, encode, jwk_refused, key, starts};

fn jwk(x: &[u8]) -> String {
    format!(r#"{{"kty":"OKP","crv":"Ed25519","x":"{}"}}"#, encode(x))
}

/// The same as JWK, as PEM and as DER.
#[track_caller]
fn everywhere_refused(x: [u8; 32], why: &str) {
    jwk_refused(&jwk(&x), why);
    let mut spki = der(key!("ed25519.pub.pem"));
    spki.truncate(spki.len() - 32);
    spki.extend(x);
    der_refused(Algorithm::EdDsa, "PUBLIC KEY", &spki, why);
}

fn number(first: u8, rest: u8, last: u8) -> [u8; 32] {
    let mut number = [rest; 32];
    number[0] = first;
    number[31] = last;
    number
}

#[test]
fn a_point_of_small_order() {
    starts(Key::jwk(key!("ed25519.jwk")));
    starts(Key::der(Algorithm::EdDsa, der(key!("ed25519.pub.pem"))));
    let why = "the key is a point of small order";
    // Of order 1, 2 and 4.
    everywhere_refused(number(1, 0, 0), why);
    everywhere_refused(number(0xEC, 0xFF, 0x7F), why);
    everywhere_refused(number(0, 0, 0), why);
    everywhere_refused(number(0, 0, 0x80), why);
    // Of order 8.
    let eighth = [
        0xC7, 0x17, 0x6A, 0x70, 0x3D, 0x4D, 0xD8, 0x4F, 0xBA, 0x3C, 0x0B, 0x76, 0x0D, 0x10, 0x67,
        0x0F, 0x2A, 0x20, 0x53, 0xFA, 0x2C, 0x39, 0xCC, 0xC6, 0x4E, 0xC7, 0xFD, 0x77, 0x92, 0xAC,
        0x03, 0x7A,
    ];
    everywhere_refused(eighth, why);
}

/// RFC 8032 §5.1.3
#[test]
fn a_point_in_another_form_than_the_canonical() {
    let why = "the key is not the canonical form of a point";
    // p, p + 1 and 2^255 - 1; zero with a sign.
    everywhere_refused(number(0xED, 0xFF, 0x7F), why);
    everywhere_refused(number(0xEE, 0xFF, 0x7F), why);
    everywhere_refused(number(0xFF, 0xFF, 0xFF), why);
    everywhere_refused(number(1, 0, 0x80), why);
}

#[test]
fn what_is_no_point() {
    everywhere_refused(number(2, 0, 0), "the key is no point on Ed25519");
}

#[test]
fn a_wrong_length() {
    let x = der(key!("ed25519.pub.pem")).split_off(12);
    assert_eq!(x.len(), 32);
    for wrong in [&[][..], &x[..1], &x[..31], &[&x[..], &[0]].concat(), &x.repeat(2)] {
        jwk_refused(&jwk(wrong), "the key has not 32 bytes");
    }
}
