//! The signature is the key's own, of exactly this header and these claims (RFC 7515 §5.2).

use std::time::{Duration, UNIX_EPOCH};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::Algorithm;
use portcullis::JwtBearer;

use crate::draft::sound;
use crate::server::{Server, scheme};
use crate::token::{SECRET, encode, signature};

const WHY: &str = "the signature does not hold";

fn split(token: &str) -> (&str, Vec<u8>) {
    let (message, signature) = token.rsplit_once('.').unwrap();
    (message, URL_SAFE_NO_PAD.decode(signature).unwrap())
}

#[test]
fn a_flipped_bit_is_refused() {
    let server = Server::of(scheme());
    let token = sound().signed();
    server.accepts(&token);
    let (message, signature) = split(&token);
    assert_eq!(signature.len(), 32);
    for bit in 0..256 {
        let mut flipped = signature.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        server.refuses(&format!("{message}.{}", encode(flipped)), WHY);
    }
}

#[test]
fn a_truncated_signature_is_refused() {
    let server = Server::of(scheme());
    let token = sound().signed();
    server.accepts(&token);
    let (message, signature) = split(&token);
    for length in 1..32 {
        server.refuses(&format!("{message}.{}", encode(&signature[..length])), WHY);
        server.refuses(&format!("{message}.{}", encode(&signature[length..])), WHY);
    }
    server.refuses(&format!("{message}."), "a part of the token is empty");
}

#[test]
fn a_longer_signature_is_refused() {
    let server = Server::of(scheme());
    let token = sound().signed();
    server.accepts(&token);
    let (message, signature) = split(&token);
    for rest in [vec![0], vec![0; 32], signature.clone()] {
        server.refuses(&format!("{message}.{}", encode([&signature[..], &rest].concat())), WHY);
        server.refuses(&format!("{message}.{}", encode([&rest[..], &signature].concat())), WHY);
    }
}

#[test]
fn a_made_up_signature_is_refused() {
    let server = Server::of(scheme());
    let token = sound().signed();
    server.accepts(&token);
    let (message, _) = split(&token);
    for made_up in [vec![0; 32], vec![0xFF; 32], vec![0; 64], SECRET.to_vec()] {
        server.refuses(&format!("{message}.{}", encode(made_up)), WHY);
    }
}

#[test]
fn the_signature_of_another_message_is_refused() {
    let server = Server::of(scheme());
    let (alice, admin) = (sound().signed(), sound().claim("roles", "Admin").signed());
    server.accepts(&alice);
    server.accepts(&admin);
    let (_, signature) = alice.rsplit_once('.').unwrap();
    let (message, _) = admin.rsplit_once('.').unwrap();
    server.refuses(&format!("{message}.{signature}"), WHY);
    let (header, payload) = message.split_once('.').unwrap();
    for part in [header, payload, &format!("{header}{payload}"), &format!("{payload}.{header}")] {
        let signature = self::signature(Algorithm::HS256, SECRET, part);
        server.refuses(&format!("{message}.{signature}"), WHY);
    }
}

#[test]
fn a_header_that_was_changed_after_signing_is_refused() {
    let server = Server::of(scheme());
    let token = sound().signed();
    server.accepts(&token);
    let (_, rest) = token.split_once('.').unwrap();
    for header in [r#"{"alg":"HS256" }"#, r#"{"alg":"HS256","typ":"JWT"}"#] {
        server.refuses(&format!("{}.{rest}", encode(header)), WHY);
    }
}

#[test]
fn the_signature_of_another_key_is_refused() {
    let server = Server::of(scheme());
    let token = sound().signed();
    server.accepts(&token);
    let (message, _) = split(&token);
    let longer = [SECRET, b"\0".as_slice()].concat();
    let keys: [&[u8]; 4] = [b"", &SECRET[1..], &SECRET[..SECRET.len() - 1], &[0; 32]];
    for key in keys {
        let signature = signature(Algorithm::HS256, key, message);
        server.refuses(&format!("{message}.{signature}"), WHY);
    }
    // HMAC fills a key up to the block with zeros (RFC 2104 §2): the same key in two spellings.
    let same = signature(Algorithm::HS256, &longer, message);
    server.accepts(&format!("{message}.{same}"));
}

/// Nothing of the claims is read before the signature holds.
#[test]
fn the_signature_is_judged_before_the_claims() {
    let server = Server::of(scheme());
    server.accepts(&sound().signed());
    let header = encode(r#"{"alg":"HS256"}"#);
    for claims in ["", "{", "[]", r#"{"exp":1}"#, r#"{"a":1,"a":2}"#, "\u{feff}"] {
        server.refuses(
            &format!("{header}.{}.{}", encode(format!("{claims} ")), encode([0; 32])),
            WHY,
        );
    }
}

/// RFC 7515 §A.1
#[test]
fn the_example_of_the_rfc_holds_until_it_expires() {
    const KEY: &str =
        "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow";
    const TOKEN: &str = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.\
        eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.\
        dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    let key = URL_SAFE_NO_PAD.decode(KEY).unwrap();
    let scheme = JwtBearer::hs256(key).leeway(Duration::ZERO);
    let at = |seconds| UNIX_EPOCH + Duration::from_secs(seconds);
    // It names no subject, which is looked for when all else holds.
    let last = "the subject is not a non-empty string";
    Server::at(at(1_300_819_379), scheme.clone()).refuses(TOKEN, last);
    Server::at(at(1_300_819_380), scheme).refuses(TOKEN, "the token has expired");
}
