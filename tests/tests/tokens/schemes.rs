//! Which scheme signs: the default one, or the one that is named.

use std::time::Duration;

use actix_web::http::Method;
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode};
use portcullis::Tokens;
use portcullis_tests::Spelled;
use serde_json::Value;

use crate::set_up::{OTHER, SECRET, ask, jwt, lets_in, server, set_up};

fn minute(tokens: &Tokens) -> Result<String, portcullis::Error> {
    tokens.subject("alice").expires_in(Duration::from_secs(60)).sign()
}

/// Whether the signature is this key's.
fn signed_by(key: &[u8], token: &str) -> bool {
    let mut signature_only = Validation::new(Algorithm::HS256);
    signature_only.validate_exp = false;
    signature_only.validate_aud = false;
    portcullis_tests::choose_cryptography();
    decode::<Value>(token, &DecodingKey::from_secret(key), &signature_only).is_ok()
}

#[test]
fn the_first_scheme_signs() {
    let portcullis = server();
    let token = minute(&portcullis.tokens()).unwrap();
    assert!(signed_by(SECRET, &token) && !signed_by(OTHER, &token));
    lets_in(&portcullis, &token);
    assert_eq!(ask(&portcullis, Method::GET, "/elsewhere/me", Some(&token)).0, 401);
}

#[test]
fn the_named_scheme_signs() {
    let portcullis = server();
    let token = minute(&portcullis.tokens().scheme("other")).unwrap();
    assert!(signed_by(OTHER, &token) && !signed_by(SECRET, &token));
    assert_eq!(
        ask(&portcullis, Method::GET, "/elsewhere/me", Some(&token)),
        (200, "alice".to_owned())
    );
    assert_eq!(ask(&portcullis, Method::GET, "/me", Some(&token)).0, 401);
}

#[test]
fn the_default_scheme_signs() {
    let portcullis = set_up(jwt()).default_scheme("other").build().unwrap();
    let token = minute(&portcullis.tokens()).unwrap();
    assert!(signed_by(OTHER, &token) && !signed_by(SECRET, &token));
    let token = minute(&portcullis.tokens().scheme("jwt")).unwrap();
    assert!(signed_by(SECRET, &token) && !signed_by(OTHER, &token));
}

#[test]
fn naming_a_scheme_leaves_the_tokens_it_was_made_from_alone() {
    let portcullis = server();
    let tokens = portcullis.tokens();
    let other = tokens.clone().scheme("other");
    assert!(signed_by(SECRET, &minute(&tokens).unwrap()));
    assert!(signed_by(OTHER, &minute(&other).unwrap()));
}

#[test]
fn a_scheme_that_is_not_registered_signs_nothing() {
    let portcullis = server();
    minute(&portcullis.tokens().scheme("other")).unwrap();
    for name in ["Other", "other ", ""] {
        let error = minute(&portcullis.tokens().scheme(name)).unwrap_err();
        assert_eq!(error.to_string(), format!("no scheme `{name}` is registered"));
    }
}

#[test]
fn a_scheme_without_a_key_signs_nothing() {
    let portcullis = set_up(jwt()).scheme("spelled", Spelled).build().unwrap();
    minute(&portcullis.tokens().scheme("jwt")).unwrap();
    let error = minute(&portcullis.tokens().scheme("spelled")).unwrap_err();
    assert_eq!(error.to_string(), "the scheme `spelled` has no key to sign with");
}

#[test]
fn a_token_of_another_instance_is_judged_like_any_other() {
    let token = minute(&server().tokens()).unwrap();
    lets_in(&server(), &token);
}
