//! The header: `typ`, `alg` and `kid`, and nothing else (RFC 9068 §2.1).

use portcullis::JwtBearer;
use serde_json::{Value, json};

use crate::read::header;
use crate::set_up::{OTHER, jwt, server, set_up, sound};

#[test]
fn the_header_is_typ_alg_and_kid() {
    let token = sound(&server()).sign().unwrap();
    let expected = json!({"typ": "at+jwt", "alg": "HS256", "kid": "2026"});
    assert_eq!(Value::from(header(&token)), expected);
}

#[test]
fn a_key_without_an_id_is_given_one_that_stays() {
    let kid = kid_of(JwtBearer::hs256(OTHER));
    assert!(!kid.is_empty());
    assert_eq!(kid, kid_of(JwtBearer::hs256(OTHER)), "the same on every server with this key");
    assert_ne!(kid, kid_of(JwtBearer::hs256(b"a third key, which no scheme has at all.")));
    assert!(!String::from_utf8_lossy(OTHER).contains(&kid), "it is no part of the key");
    assert_eq!(kid_of(jwt()), "2026");
}

fn kid_of(scheme: JwtBearer) -> String {
    let portcullis = set_up(scheme).build().unwrap();
    let token = sound(&portcullis).sign().unwrap();
    header(&token).get("kid").and_then(Value::as_str).unwrap().to_owned()
}
