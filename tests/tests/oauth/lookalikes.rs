//! What looks like a token of the server, and is worth nothing.

use std::time::Duration;

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use portcullis::{JwtBearer, Portcullis};
use serde_json::{Value, json};

use crate::server::{ISSUER, Pair, SECRET, START, signed, signed_by};

/// Each with what it is, made out of tokens that are good.
pub(crate) fn lookalikes(good: &Pair) -> Vec<(&'static str, String)> {
    let (head, signature) = good.access.rsplit_once('.').unwrap();
    let (family, secret) = good.refresh.split_once('.').unwrap();
    let other_key = b"another forty bytes that nobody here knows";
    let header = json!({"alg": "HS256", "typ": "at+jwt"});
    let claims = json!({"iss": ISSUER, "aud": "api", "sub": "ada", "jti": "1", "exp": START + 600});
    let mut tokens = vec![
        ("nonsense", "nonsense".to_owned()),
        ("dots", "...".to_owned()),
        ("a byte that no token has", "a%00b".to_owned()),
        ("many bytes", "a".repeat(40_000)),
        ("no signature", format!("{head}.")),
        ("half a signature", format!("{head}.{}", &signature[..20])),
        ("another token's signature", format!("{head}.{}", reversed(signature))),
        ("another key", signed_by(other_key, &header, &claims)),
        ("no algorithm", unsigned(&claims)),
        ("another type", signed_by(SECRET, &json!({"alg": "HS256", "typ": "rt+jwt"}), &claims)),
        ("a header that must be understood", critical(&claims)),
        ("another server's", elsewhere(SECRET, "https://other.example")),
        ("another server's key", elsewhere(other_key, ISSUER)),
        ("a family alone", family.to_owned()),
        ("a secret alone", secret.to_owned()),
        ("a family that nobody has", format!("{}.{secret}", reversed(family))),
        ("both parts in capitals", good.refresh.to_uppercase()),
        ("an access token in capitals", good.access.to_uppercase()),
        ("a refresh token and more", format!("{}a", good.refresh)),
        ("both tokens", format!("{}%20{}", good.access, good.refresh)),
        ("a token with its scheme", format!("Bearer%20{}", good.access)),
    ];
    let changes = [
        ("no expiry", json!({"exp": null})),
        ("an expiry in text", json!({"exp": "never"})),
        ("over", json!({"exp": START - 31})),
        ("another issuer", json!({"iss": "https://other.example"})),
        ("issuers", json!({"iss": [ISSUER]})),
        ("no issuer", json!({"iss": null})),
        ("an issuer with a slash", json!({"iss": format!("{ISSUER}/")})),
        ("for somebody else", json!({"aud": "another"})),
        ("for nobody", json!({"aud": null})),
        ("about nobody", json!({"sub": null})),
        ("about an empty name", json!({"sub": ""})),
        ("roles that are none", json!({"roles": 7})),
    ];
    tokens.extend(changes.map(|(what, change)| (what, signed(&change))));
    tokens
}

fn reversed(text: &str) -> String {
    text.chars().rev().collect()
}

fn unsigned(claims: &Value) -> String {
    let part = |json: &Value| BASE64_URL_SAFE_NO_PAD.encode(json.to_string());
    format!("{}.{}.", part(&json!({"alg": "none"})), part(claims))
}

fn critical(claims: &Value) -> String {
    signed_by(SECRET, &json!({"alg": "HS256", "crit": ["exp"]}), claims)
}

/// A token of another instance.
fn elsewhere(secret: &[u8], issuer: &str) -> String {
    let jwt = JwtBearer::hs256(secret).issuer(issuer.to_owned()).audience("api");
    let other = Portcullis::builder()
        .module("oauth::endpoints::issuing")
        .scheme("jwt", jwt)
        .build()
        .unwrap();
    other.tokens().subject("ada").expires_in(Duration::from_secs(u32::MAX.into())).sign().unwrap()
}
