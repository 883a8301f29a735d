//! Who accepts what is issued, at the time that it is.

use std::time::Duration;

use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode};
use portcullis::{JwtBearer, Portcullis};
use serde_json::{Value, json};

use crate::set_up::{ISSUER, OTHER, SECRET, jwt, lets_in};

fn server() -> Portcullis {
    Portcullis::builder()
        .scheme("jwt", jwt().leeway(Duration::ZERO))
        .scheme("other", JwtBearer::hs256(OTHER))
        .build()
        .unwrap()
}

fn token(portcullis: &Portcullis) -> String {
    let token = portcullis.tokens().subject("alice").roles(["Admin"]).scopes(["read"]);
    token.claim("AdminID", "007").expires_in(Duration::from_secs(60)).sign().unwrap()
}

#[test]
fn our_own_scheme_accepts_it() {
    let portcullis = server();
    let said = lets_in(&portcullis, &token(&portcullis));
    assert_eq!(said, "alice by https://issuer.example; roles Admin; permissions ; scopes read");
}

#[test]
fn plain_jsonwebtoken_with_strict_settings_accepts_it() {
    let mut strict = Validation::new(Algorithm::HS256);
    strict.leeway = 0;
    strict.validate_nbf = true;
    strict.sub = Some("alice".to_owned());
    strict.set_issuer(&[ISSUER]);
    strict.set_audience(&["api"]);
    strict.set_required_spec_claims(&["exp", "nbf", "iss", "aud", "sub"]);
    let token = token(&server());
    portcullis_tests::choose_cryptography();
    let data = decode::<Value>(&token, &DecodingKey::from_secret(SECRET), &strict).unwrap();
    assert_eq!(data.header.typ.as_deref(), Some("at+jwt"));
    assert_eq!(data.header.kid.as_deref(), Some("2026"));
    assert_eq!(data.claims.get("roles"), Some(&json!(["Admin"])));
    assert_eq!(data.claims.get("AdminID"), Some(&json!("007")));
    assert!(decode::<Value>(&token, &DecodingKey::from_secret(OTHER), &strict).is_err());
}
