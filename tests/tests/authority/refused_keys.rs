//! Keys that a provider publishes, and that verify nothing.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use portcullis_identity_provider::Behaviour::Document;
use portcullis_identity_provider::IdentityProvider;
use portcullis_identity_provider::Page::Keys;
use serde_json::{Value, json};

use crate::bed::{Bed, claims};
use crate::refused::refused;

#[actix_web::test]
async fn keys_that_cannot_be_used() {
    let weak = json!({ "kty": "RSA", "kid": "key-1", "alg": "RS256", "e": "AQAB",
        "n": URL_SAFE_NO_PAD.encode([0xC1; 128]) });
    let off_the_curve = json!({ "kty": "EC", "kid": "key-1", "crv": "P-256",
        "x": URL_SAFE_NO_PAD.encode([1; 32]), "y": URL_SAFE_NO_PAD.encode([1; 32]) });
    let unknown = json!({ "kty": "PQC", "kid": "key-1", "alg": "ML-DSA-44", "pub": "AAAA" });
    for key in [weak, off_the_curve, unknown] {
        refused(Keys, |_| Document(json!({ "keys": [key] }))).await;
    }
    let with = |it: &IdentityProvider, name: &str, value: &str| {
        let mut key = it.truth(Keys)["keys"][0].clone();
        key[name] = value.into();
        Document(json!({ "keys": [key] }))
    };
    refused(Keys, |it| with(it, "use", "enc")).await;
    refused(Keys, |it| with(it, "alg", "ECDH-ES")).await;
    refused(Keys, |it| with(it, "alg", "ES384")).await;
    refused(Keys, |it| with(it, "d", "AAAA")).await;
}

/// Whoever reads the set could sign with it.
#[actix_web::test]
async fn shared_secrets() {
    let secret = [42; 32];
    let shared = json!({ "kty": "oct", "kid": "shared", "alg": "HS256",
        "k": URL_SAFE_NO_PAD.encode(secret) });
    refused(Keys, |_| Document(json!({ "keys": [shared.clone()] }))).await;

    let bed = Bed::new();
    let mut keys = bed.provider.truth(Keys);
    keys["keys"].as_array_mut().unwrap().push(shared);
    bed.provider.behave(Keys, Document(keys));
    assert_eq!(bed.status(&bed.token()).await, 200);
    let forged = signed_with_secret(&secret, bed.provider.issuer());
    assert_eq!(bed.status(&forged).await, 401);
}

fn signed_with_secret(secret: &[u8], issuer: &str) -> String {
    use jsonwebtoken::crypto::aws_lc::DEFAULT_PROVIDER;
    let part = |json: Value| URL_SAFE_NO_PAD.encode(json.to_string());
    let mut claims = claims();
    claims["iss"] = issuer.into();
    let message = format!("{}.{}", part(json!({ "alg": "HS256", "kid": "shared" })), part(claims));
    let key = jsonwebtoken::EncodingKey::from_secret(secret);
    let signer = (DEFAULT_PROVIDER.signer_factory)(&jsonwebtoken::Algorithm::HS256, &key).unwrap();
    let signature = signer.try_sign(message.as_bytes()).unwrap();
    format!("{message}.{}", URL_SAFE_NO_PAD.encode(signature))
}

/// Nobody knows which of two keys of one id a token means; others beside them are used.
#[actix_web::test]
async fn ids_that_repeat() {
    let bed = Bed::new();
    let second = bed.provider.add_key();
    let third = bed.provider.add_key();
    let mut keys = bed.provider.truth(Keys);
    keys["keys"][1]["kid"] = "key-1".into();
    bed.provider.behave(Keys, Document(keys));
    assert_eq!(bed.status(&bed.provider.token_of(&third, claims())).await, 200);
    assert_eq!(bed.status(&bed.provider.token_of("key-1", claims())).await, 401);
    assert_eq!(bed.status(&bed.provider.token_of(&second, claims())).await, 401);
}

#[actix_web::test]
async fn more_keys_than_anybody_has() {
    let many = |it: &IdentityProvider| {
        let key = it.truth(Keys)["keys"][0].clone();
        Document(json!({ "keys": vec![key; 65] }))
    };
    refused(Keys, many).await;
}

/// What is unusable does not take the rest with it (RFC 7517 §5).
#[actix_web::test]
async fn unusable_keys_beside_good_ones() {
    let bed = Bed::new();
    let mut keys = bed.provider.truth(Keys);
    let members = keys["keys"].as_array_mut().unwrap();
    members.insert(0, json!({ "kty": "RSA", "use": "enc", "kid": "e", "alg": "RSA-OAEP" }));
    members.insert(0, json!({ "kty": "PQC" }));
    members.insert(0, json!(null));
    bed.provider.behave(Keys, Document(keys));
    assert_eq!(bed.status(&bed.token()).await, 200);
}
