//! What a client is answered that gets tokens (RFC 6749 §5.1).

use std::fmt;

use actix_web::body::BoxBody;
use actix_web::http::header::{CACHE_CONTROL, PRAGMA};
use actix_web::{HttpRequest, HttpResponse, Responder, ResponseError};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value};
use zeroize::Zeroizing;

use crate::error::Error;

/// What is in the answer by itself.
const OWN: [&str; 5] = ["access_token", "token_type", "expires_in", "refresh_token", "scope"];

/// An access token and a refresh token: what a handler answers a login with, and the refresh
/// endpoint a renewal. JSON of `access_token`, `token_type`, `expires_in`, `refresh_token` and, if
/// there are any, `scope` (RFC 6749 §5.1), with `Cache-Control: no-store`.
#[derive(Clone)]
pub struct TokenResponse {
    pub(super) access_token: Zeroizing<String>,
    pub(super) expires_in: u64,
    pub(super) refresh_token: Zeroizing<String>,
    pub(super) scope: Option<String>,
    /// Whether the refresh token is in a cookie, and in no body.
    pub(super) is_in_cookie: bool,
    /// For how many seconds the refresh token is good.
    pub(super) kept_for: u64,
    further: Map<String, Value>,
}

impl TokenResponse {
    pub(super) fn new(access_token: String, expires_in: u64, refresh_token: &str) -> Self {
        Self {
            access_token: Zeroizing::new(access_token),
            expires_in,
            refresh_token: Zeroizing::new(refresh_token.to_owned()),
            scope: None,
            is_in_cookie: false,
            kept_for: 0,
            further: Map::new(),
        }
    }

    /// The access token.
    #[must_use]
    pub fn access_token(&self) -> &str {
        &self.access_token
    }

    /// The refresh token. Whoever has it can go on with the login: a hook that keeps it should
    /// keep a hash alone.
    #[must_use]
    pub fn refresh_token(&self) -> &str {
        &self.refresh_token
    }

    /// For how many seconds the access token is good.
    #[must_use]
    pub fn expires_in(&self) -> u64 {
        self.expires_in
    }

    /// Adds a member to the JSON.
    ///
    /// # Errors
    ///
    /// If the name is one of those that the answer has by itself, or the value is no JSON.
    pub fn insert(&mut self, name: &str, value: impl Serialize) -> Result<(), Error> {
        if OWN.contains(&name) {
            return Err(Error::internal(format!("the answer has a `{name}` of its own")));
        }
        let value = serde_json::to_value(value);
        let value = value.map_err(|error| Error::caused_by("no JSON for the answer", error))?;
        self.further.insert(name.to_owned(), value);
        Ok(())
    }

    fn answer(&self) -> Result<HttpResponse, Error> {
        let body = serde_json::to_string(self)
            .map_err(|error| Error::caused_by("the tokens were not written", error))?;
        let mut response = HttpResponse::Ok();
        response.content_type("application/json");
        response.insert_header((CACHE_CONTROL, "no-store")).insert_header((PRAGMA, "no-cache"));
        Ok(response.body(body))
    }
}

impl Serialize for TokenResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut answer = serializer.serialize_map(None)?;
        answer.serialize_entry("access_token", self.access_token.as_str())?;
        answer.serialize_entry("token_type", "Bearer")?;
        answer.serialize_entry("expires_in", &self.expires_in)?;
        if !self.is_in_cookie {
            answer.serialize_entry("refresh_token", self.refresh_token.as_str())?;
        }
        if let Some(scope) = &self.scope {
            answer.serialize_entry("scope", scope)?;
        }
        for (name, value) in &self.further {
            answer.serialize_entry(name, value)?;
        }
        answer.end()
    }
}

impl Responder for TokenResponse {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        self.answer().unwrap_or_else(|error| error.error_response())
    }
}

/// Prints no token.
impl fmt::Debug for TokenResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenResponse")
            .field("expires_in", &self.expires_in)
            .field("scope", &self.scope)
            .finish_non_exhaustive()
    }
}
