//! What is told of a token (RFC 7662 §2.2).

use std::fmt;
use std::time::{SystemTime, UNIX_EPOCH};

use actix_web::body::BoxBody;
use actix_web::http::header::{CACHE_CONTROL, PRAGMA};
use actix_web::{HttpRequest, HttpResponse, Responder};
use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

use crate::principal::{Principal, SCHEME_ISSUER, present};
use crate::refresh::Login;

/// What a token is worth: JSON of `active`, and for a token that is, `sub`, `iss`, `exp`, `iat`,
/// `sid` and `token_type`; for an access token also `aud`, `nbf`, `jti` and `scope`. Never more
/// than `active` for one that is not. With `Cache-Control: no-store`.
///
/// The `token_type` of an access token is `Bearer`, that of a refresh token `refresh_token`: a
/// server that asks about a token it was sent should see to it that it is the former.
#[derive(Clone)]
pub struct Introspection(Map<String, Value>);

/// What an answer says by itself, if anything (RFC 7662 §2.2): no claim takes their place.
const OWN: [&str; 5] = ["active", "client_id", "scope", "token_type", "username"];

impl Introspection {
    pub(super) fn inactive() -> Self {
        Self(Map::from_iter([("active".to_owned(), Value::Bool(false))]))
    }

    /// Of an access token that was verified.
    pub(super) fn of_access(caller: &Principal, further: &[String]) -> Self {
        let facts = caller.facts();
        let claims = facts.claims.object();
        let mut told = Map::new();
        let standard = ["aud", "exp", "iat", "nbf", "jti", "sid"];
        let asked = further.iter().map(String::as_str).filter(|name| !OWN.contains(name));
        for name in standard.into_iter().chain(asked) {
            if let Some(claim) = claims.get(name).filter(|claim| present(claim)) {
                told.insert(name.to_owned(), claim.clone());
            }
        }
        let mut tell = |name: &str, value: Value| told.insert(name.to_owned(), value);
        if !facts.scopes.is_empty() {
            tell("scope", json!(facts.scopes.join(" ")));
        }
        tell("token_type", json!("Bearer"));
        Self::active(told, caller.issued_by(), caller.id())
    }

    /// Of a refresh token that could be used.
    pub(super) fn of_refresh(login: &Login) -> Self {
        let mut told = Map::new();
        let mut tell = |name: &str, value: Value| told.insert(name.to_owned(), value);
        tell("exp", json!(seconds(login.until())));
        tell("iat", json!(seconds(login.last_used())));
        tell("sid", json!(login.sid()));
        tell("token_type", json!("refresh_token"));
        Self::active(told, login.user().issuer(), login.user().id())
    }

    fn active(mut told: Map<String, Value>, issuer: &str, subject: &str) -> Self {
        let mut tell = |name: &str, value: Value| told.insert(name.to_owned(), value);
        tell("active", json!(true));
        tell("sub", json!(subject));
        // The scheme's own name means nothing to others.
        if !issuer.starts_with(SCHEME_ISSUER) {
            tell("iss", json!(issuer));
        }
        Self(told)
    }

    /// Whether the token could be used now.
    #[must_use]
    pub fn is_active(&self) -> bool {
        self.get("active") == Some(&Value::Bool(true))
    }

    /// What is told under a name, if anything is.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }
}

impl Serialize for Introspection {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl Responder for Introspection {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        let mut response = HttpResponse::Ok();
        response.content_type("application/json");
        response.insert_header((CACHE_CONTROL, "no-store")).insert_header((PRAGMA, "no-cache"));
        response.body(Value::Object(self.0).to_string())
    }
}

/// What is told may be private.
impl fmt::Debug for Introspection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let active = self.is_active();
        f.debug_struct("Introspection").field("active", &active).finish_non_exhaustive()
    }
}

/// Since 1970.
fn seconds(time: SystemTime) -> u64 {
    time.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}
