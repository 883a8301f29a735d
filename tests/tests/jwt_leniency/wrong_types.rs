//! `iss`, `aud` and `sub` that are missing or of another JSON type (RFC 7519 §4.1.1–3), although
//! all three are set in `Validation`.

use jsonwebtoken::Validation;
use serde_json::{Map, Value, json};

use crate::ours::{Server, now, scheme};
use crate::plain;
use crate::token::signed;

const ISSUER: &str = "https://issuer.example";
const NO_STRING: &str = "`iss` is not a string";
const WRONG: &str = "`aud` is neither a string nor an array of strings";
const SUBJECT: &str = "the subject is not a non-empty string";

fn server() -> Server {
    Server::of(scheme().issuer(ISSUER).audience("api"))
}

fn settings() -> Validation {
    let mut settings = plain::usual();
    settings.set_issuer(&[ISSUER]);
    settings.set_audience(&["api"]);
    settings.sub = Some("alice".to_owned());
    settings
}

fn token(claims: Map<String, Value>) -> String {
    signed(r#"{"alg":"HS256"}"#, &Value::from(claims).to_string())
}

fn sound() -> Map<String, Value> {
    let mut claims = Map::new();
    claims.insert("iss".to_owned(), json!(ISSUER));
    claims.insert("aud".to_owned(), json!("api"));
    claims.insert("sub".to_owned(), json!("alice"));
    claims.insert("exp".to_owned(), json!(now() + 600));
    claims
}

fn with(name: &str, value: Value) -> String {
    let mut claims = sound();
    claims.insert(name.to_owned(), value);
    token(claims)
}

fn without(name: &str) -> String {
    let mut claims = sound();
    claims.remove(name);
    token(claims)
}

#[test]
fn claims_that_are_set_but_missing() {
    let server = server();
    plain::accepts::<Value>(&token(sound()), &settings());
    server.accepts(&token(sound()));
    for (name, why) in
        [("iss", "`iss` is not the issuer"), ("aud", "`aud` is missing"), ("sub", SUBJECT)]
    {
        plain::accepts::<Value>(&without(name), &settings());
        server.refuses(&without(name), why);
    }
}

#[test]
fn claims_of_another_type_although_they_are_set() {
    let server = server();
    plain::accepts::<Value>(&token(sound()), &settings());
    server.accepts(&token(sound()));
    for (name, value, why) in [
        ("iss", json!(7), NO_STRING),
        ("iss", json!(true), NO_STRING),
        ("iss", json!({"iss": "https://attacker.example"}), NO_STRING),
        ("iss", json!(["https://attacker.example", 7]), NO_STRING),
        ("iss", json!(null), NO_STRING),
        ("aud", json!(7), WRONG),
        ("aud", json!(true), WRONG),
        ("aud", json!({"aud": "billing"}), WRONG),
        ("aud", json!(["billing", 7]), WRONG),
        ("aud", json!(null), WRONG),
        ("sub", json!(7), SUBJECT),
        ("sub", json!(true), SUBJECT),
        ("sub", json!(null), SUBJECT),
    ] {
        let token = with(name, value.clone());
        let verdict = plain::verdict::<Value>(&token, &settings());
        assert!(verdict.is_ok(), "{name} {value}: {verdict:?}");
        server.refuses(&token, why);
    }
}

#[test]
fn an_array_of_issuers_although_all_claims_are_required() {
    let mut settings = settings();
    settings.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);
    let server = server();
    plain::accepts::<Value>(&token(sound()), &settings);
    server.accepts(&token(sound()));
    for iss in [json!([ISSUER]), json!(["https://attacker.example", ISSUER])] {
        plain::accepts::<Value>(&with("iss", iss.clone()), &settings);
        server.refuses(&with("iss", iss), NO_STRING);
    }
}
