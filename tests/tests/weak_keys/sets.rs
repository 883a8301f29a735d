//! Several keys: each with an id of its own, and none in a set (RFC 7517 §4.5, §5).

use portcullis::{Algorithm, JwtBearer, Key};

use crate::{jwk_refused, key, problems};

fn es() -> Key {
    Key::pem(Algorithm::Es256, key!("p256.pem"))
}

fn ed() -> Key {
    Key::pem(Algorithm::EdDsa, key!("ed25519.pub.pem"))
}

#[track_caller]
fn refused(scheme: JwtBearer, why: &str) {
    let told = problems(scheme);
    assert!(told.contains(why), "{why} is not in: {told}");
}

#[test]
fn a_repeated_id() {
    assert_eq!(problems(JwtBearer::new(es().id("a")).key(ed().id("b"))), "");
    let why = "another key has the id `a` too";
    refused(JwtBearer::new(es().id("a")).key(ed().id("a")), why);
    let kid = key!("ed25519.jwk").replacen('{', r#"{"kid":"a","#, 1);
    refused(JwtBearer::new(es().id("a")).key(Key::jwk(kid)), why);
}

#[test]
fn keys_without_an_id() {
    let why = "several keys need an id each";
    refused(JwtBearer::new(es()).key(ed()), why);
    refused(JwtBearer::new(es().id("a")).key(ed()), why);
    refused(JwtBearer::new(es().id(" ")), "the key's id is empty");
}

/// Sound keys do not hide a weak one.
#[test]
fn one_weak_key_among_sound_ones() {
    let weak = Key::pem(Algorithm::Rs256, key!("rsa1024.pub.pem")).id("b");
    refused(JwtBearer::new(es().id("a")).key(weak).key(ed().id("c")), "key 2: ");
}

#[test]
fn a_set_in_place_of_a_key() {
    let jwk = key!("p256.jwk");
    jwk_refused(
        &format!(r#"{{"keys":[{jwk}]}}"#),
        "this is a set of keys; give each by itself, or use `Key::jwks`",
    );
    jwk_refused(r#"{"keys":[]}"#, "this is a set of keys; give each by itself, or use `Key::jwks`");
    jwk_refused(&jwk.replacen('{', r#"{"keys":[],"#, 1), "this is a set of keys");
}
