//! The public keys of an instance, for `/.well-known/jwks.json`.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "ends the test that was wrong")]

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use portcullis::{Algorithm, JwtBearer, Key, Portcullis};
use serde_json::{Value, json};

macro_rules! key {
    ($file:literal) => {
        include_str!(concat!("../keys/", $file))
    };
}

fn scheme(key: Key) -> JwtBearer {
    JwtBearer::new(key).issuer("https://issuer.example").audience("api")
}

fn portcullis(scheme: JwtBearer) -> Portcullis {
    Portcullis::builder().scheme("jwt", scheme).build().unwrap()
}

fn keys(scheme: JwtBearer) -> Vec<Value> {
    json!(portcullis(scheme).public_keys())["keys"].as_array().cloned().unwrap()
}

#[test]
fn each_kind_of_key_is_published_with_its_public_members_alone() {
    let files = [
        (Algorithm::Rs256, key!("rsa2048.pem"), key!("rsa2048.pub.pem"), key!("rsa2048.jwk")),
        (Algorithm::Es256, key!("p256.pem"), key!("p256.pub.pem"), key!("p256.jwk")),
        (Algorithm::Es384, key!("p384.pem"), key!("p384.pub.pem"), key!("p384.jwk")),
        (Algorithm::EdDsa, key!("ed25519.pem"), key!("ed25519.pub.pem"), key!("ed25519.jwk")),
    ];
    for (algorithm, private, public, jwk) in files {
        let mut expected = serde_json::from_str::<Value>(jwk).unwrap();
        expected["alg"] = algorithm.name().into();
        expected["use"] = "sig".into();
        expected["kid"] = "2026".into();
        for key in [
            Key::pem(algorithm, private),
            Key::pem(algorithm, public),
            Key::jwk(expected.to_string()),
        ] {
            assert_eq!(keys(scheme(key.id("2026"))), [expected.clone()], "{algorithm:?}");
        }
    }
}

#[test]
fn shared_secrets_are_never_published() {
    let secret = Key::secret(Algorithm::Hs256, "a secret of at least thirty-two bytes");
    assert!(portcullis(JwtBearer::new(secret.clone())).public_keys().is_empty());
    let mixed = scheme(secret.id("a")).key(Key::pem(Algorithm::EdDsa, key!("ed25519.pem")).id("b"));
    let published = keys(mixed);
    assert_eq!(published.len(), 1);
    assert_eq!(published[0]["kid"], "b");
}

/// Who verifies elsewhere finds the key by the `kid` of the token.
#[test]
fn a_token_names_the_published_key() {
    let pems = [
        (Algorithm::Ps256, key!("rsa2048.pem")),
        (Algorithm::Es256, key!("p256.pem")),
        (Algorithm::Es384, key!("p384.pem")),
        (Algorithm::EdDsa, key!("ed25519.pem")),
    ];
    for (algorithm, pem) in pems {
        let portcullis = portcullis(scheme(Key::pem(algorithm, pem)));
        let token = portcullis.tokens().subject("ada").expires_in(Duration::from_secs(60));
        let token = token.sign().unwrap();
        let header = URL_SAFE_NO_PAD.decode(token.split('.').next().unwrap()).unwrap();
        let header = serde_json::from_slice::<Value>(&header).unwrap();
        let published = json!(portcullis.public_keys());
        assert_eq!(published["keys"][0]["kid"], header["kid"]);
        assert_eq!(published["keys"][0]["alg"], header["alg"]);
    }
}

/// What is published is a key that verifies: it can be given to another server.
#[test]
fn published_keys_are_read_again() {
    let own = scheme(Key::pem(Algorithm::Es256, key!("p256.pem")));
    let published = keys(own.clone());
    assert_eq!(keys(scheme(Key::jwk(published[0].to_string()))), published);
}

#[test]
fn keys_of_all_schemes_are_published_each_once() {
    let es = || Key::pem(Algorithm::Es256, key!("p256.pem")).id("es");
    let ed = || Key::pem(Algorithm::EdDsa, key!("ed25519.pub.pem")).id("ed");
    let builder = Portcullis::builder().scheme("one", scheme(es()).key(ed()));
    let portcullis = builder.scheme("other", scheme(es())).default_scheme("one").build().unwrap();
    let published = portcullis.public_keys();
    assert_eq!(published.len(), 2);
    let ids = json!(published)["keys"].as_array().cloned().unwrap();
    assert_eq!(ids.iter().map(|key| &key["kid"]).collect::<Vec<_>>(), ["es", "ed"]);
}

#[test]
fn nothing_private_is_in_what_debug_prints() {
    let portcullis = portcullis(scheme(Key::pem(Algorithm::Rs256, key!("rsa2048.pem"))));
    let set = json!(portcullis.public_keys());
    let key = set["keys"][0].as_object().unwrap();
    let mut names = key.keys().map(String::as_str).collect::<Vec<_>>();
    names.sort_unstable();
    assert_eq!(names, ["alg", "e", "kid", "kty", "n", "use"]);
    assert!(format!("{:?}", portcullis.public_keys()).contains("RS256"));
}
