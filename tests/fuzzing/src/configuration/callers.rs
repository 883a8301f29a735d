//! Who comes, and with what.

use actix_web::http::header::AUTHORIZATION;
use actix_web::test::TestRequest;
use arbitrary::{Arbitrary, Result, Unstructured};
use serde_json::{Value, json};

use super::chosen::Chosen;
use super::schemes::{self, HEADER, Jwt};
use crate::definition::base64url::encode;
use crate::definition::keys::hs256;
use crate::definition::token::NOW;

#[derive(Clone, Debug)]
pub(super) struct Caller {
    /// The name of the scheme whose credentials it brings.
    pub(super) came_by: String,
    pub(super) roles: Vec<&'static str>,
    pub(super) permissions: Vec<&'static str>,
    pub(super) scopes: Vec<&'static str>,
    k: Option<Value>,
    credentials: (&'static str, String),
    /// They are tokens of some scheme.
    pub(super) is_bearer: bool,
}

/// Somebody whom one of the schemes knows; nobody, if there is none.
pub(super) fn choose(chosen: &Chosen, choices: &mut Unstructured<'_>) -> Result<Option<Caller>> {
    if chosen.schemes.is_empty() {
        return Ok(None);
    }
    let (name, scheme) = choices.choose(&chosen.schemes)?;
    let mut some = |names: &[&'static str]| -> Result<Vec<&'static str>> {
        let mut chosen = Vec::new();
        for name in names {
            if bool::arbitrary(choices)? {
                chosen.push(*name);
            }
        }
        Ok(chosen)
    };
    let (roles, permissions, scopes) = (some(&["A", "B"])?, some(&["x", "A"])?, some(&["s", "x"])?);
    let values = [
        json!("v"),
        json!("1"),
        json!(1),
        json!(1.0),
        json!(true),
        json!(null),
        json!(""),
        json!([]),
        json!(["v", 2]),
        json!([1]),
        json!([null]),
        json!({}),
        json!([["v"]]),
    ];
    let k = if bool::arbitrary(choices)? { Some(choices.choose(&values)?.clone()) } else { None };
    let mut claims =
        json!({"roles": roles, "permissions": permissions, "scope": scopes, "sub": "eve"});
    if let Some(value) = &k {
        claims["k"] = value.clone();
    }
    let (credentials, is_bearer) = match scheme {
        schemes::Chosen::Jwt(jwt) => ((AUTHORIZATION.as_str(), bearer(jwt, claims)), true),
        schemes::Chosen::Told(number) => ((HEADER, format!("{number}:{claims}")), false),
        schemes::Chosen::NoKey(..) => return Ok(None),
    };
    let came_by = name.clone();
    Ok(Some(Caller { came_by, roles, permissions, scopes, k, credentials, is_bearer }))
}

/// A token that the scheme accepts.
fn bearer(jwt: &Jwt, mut claims: Value) -> String {
    claims["exp"] = (NOW + 60).into();
    claims["iat"] = NOW.into();
    if let Some(issuer) = jwt.issuers.first() {
        claims["iss"] = issuer.as_str().into();
    }
    if let Some(audience) = jwt.audiences.last() {
        claims["aud"] = audience.as_str().into();
    }
    let message = [r#"{"alg":"HS256"}"#, &claims.to_string()].map(|part| encode(part.as_bytes()));
    let message = message.join(".");
    format!("Bearer {message}.{}", encode(&hs256(&jwt.secret(), message.as_bytes())))
}

impl Caller {
    pub(super) fn request(&self, request: TestRequest) -> TestRequest {
        request.insert_header(self.credentials.clone())
    }

    pub(super) fn claim(&self, name: &str) -> Option<Value> {
        match name {
            "sub" => Some("eve".into()),
            _ => self.k.clone(),
        }
    }

    /// The claim is this value, or an array with it.
    pub(super) fn has(&self, name: &str, value: &Value) -> bool {
        match self.claim(name) {
            Some(Value::Array(items)) => items.contains(value),
            other => other.as_ref() == Some(value),
        }
    }
}
