//! What is refused at start-up is refused at run time, and the keys stay as they were.

use portcullis::{Algorithm, JwtBearer, Key, Problems};

use crate::bed::{Bed, key, kid};

/// The change is refused for this reason, and has changed nothing.
#[track_caller]
fn refused(bed: &Bed, change: Result<(), Problems>, why: &str) {
    let told = change.unwrap_err().to_string();
    assert!(told.contains(why), "{why} is not in: {told}");
    assert_eq!(bed.keys().ids(), ["2026"]);
    assert_eq!(bed.published(), ["2026"]);
    let token = bed.token();
    assert_eq!((kid(&token), bed.status(&token)), ("2026".into(), 200));
}

#[test]
fn weak_and_odd_keys() {
    let bed = Bed::new();
    let keys = bed.keys();
    let weak = || Key::pem(Algorithm::Rs256, include_str!("../../keys/rsa1024.pub.pem"));
    refused(&bed, keys.add(weak().id("b")), "the RSA key has only 1024 bits");
    refused(&bed, keys.add(Key::secret(Algorithm::Hs256, "short").id("b")), "only 5 bytes");
    refused(&bed, keys.add(Key::pem(Algorithm::Es256, "").id("b")), "");
    refused(&bed, keys.add(key("2027").id("2026")), "another key has the id `2026` too");
    refused(&bed, keys.add(key("2027").id(" ")), "the key's id is empty");
    let nameless = Key::pem(Algorithm::Es256, include_str!("../../keys/other_p256.pem"));
    refused(&bed, keys.add(nameless), "several keys need an id each");
    refused(&bed, keys.replace([key("2027"), weak().id("b")]), "key 2: the RSA key has only");
    refused(&bed, keys.replace([key("2027"), key("2027")]), "key 2: another key has the id");
    refused(&bed, keys.replace([]), "there is no key");
    refused(&bed, keys.add(Key::jwks(r#"{"keys":[]}"#)), "the set has no key for signatures");
}

#[test]
fn nobody_could_enter_or_sign() {
    let bed = Bed::new();
    let keys = bed.keys();
    let public = Key::pem(Algorithm::Es256, include_str!("../../keys/p256.pub.pem")).id("public");
    refused(&bed, keys.replace([public]), "none of the keys can sign, and the scheme does");
    refused(&bed, keys.retire("2026", bed.after(60)), "the key `2026` signs");
    refused(&bed, keys.retire("2025", bed.after(60)), "no key has the id `2025`");
    refused(&bed, keys.sign_with("2025"), "no key has the id `2025`");
}

#[test]
fn a_key_that_ends_or_only_verifies_does_not_sign() {
    let bed = Bed::new();
    let keys = bed.keys();
    let public = Key::pem(Algorithm::Es256, include_str!("../../keys/p256.pub.pem")).id("public");
    keys.add(public).unwrap();
    let told = keys.sign_with("public").unwrap_err().to_string();
    assert!(told.contains("the key `public` cannot sign"), "{told}");
    keys.add(key("2027")).unwrap();
    keys.retire("2027", bed.after(60)).unwrap();
    let told = keys.sign_with("2027").unwrap_err().to_string();
    assert!(told.contains("the key `2027` is being retired"), "{told}");
    assert_eq!(kid(&bed.token()), "2026");
}

/// One that only verifies is not the last to be retired.
#[test]
fn the_last_key_stays() {
    let scheme = || JwtBearer::new(public("2026")).issuer("own").audience("api");
    let bed = Bed::of(scheme().key(public("2027")));
    bed.keys().retire("2026", bed.after(60)).unwrap();
    let told = bed.keys().retire("2027", bed.after(60)).unwrap_err().to_string();
    assert!(told.contains("the key `2027` is the only one; nobody could enter"), "{told}");
    let told = bed.keys().sign_with("2027").unwrap_err().to_string();
    assert!(told.contains("had no key to sign with at start-up"), "{told}");
}

fn public(id: &str) -> Key {
    Key::pem(Algorithm::Es256, include_str!("../../keys/p256.pub.pem")).id(id)
}

/// As at start-up: who has the public key may have it from anywhere.
#[test]
fn a_public_key_where_issuer_and_audience_are_not_told() {
    let secret = Key::secret(Algorithm::Hs256, [1; 32]).id("a");
    let portcullis = portcullis::Portcullis::builder().scheme("jwt", JwtBearer::new(secret));
    let portcullis = portcullis.build().unwrap();
    let told = portcullis.keys("jwt").unwrap().add(key("2027")).unwrap_err().to_string();
    assert!(told.contains("the scheme needs an `.issuer` and an `.audience`"), "{told}");
}

#[test]
fn debug_prints_no_key() {
    let told = format!("{:?}", Bed::new().keys());
    assert_eq!(told, r#"KeyHandle { ids: ["2026"] }"#);
}
