//! Tokens that this server issues.

mod sign;

use std::collections::BTreeMap;
use std::fmt;
use std::future::{Ready, ready};
use std::sync::Arc;
use std::time::Duration;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use serde::Serialize;
use serde_json::Value;

use crate::error::Error;
use crate::gate::{Entered, Shared};

pub(crate) use sign::Issuer;

/// Signs tokens with the key of a scheme: an argument of handlers, or
/// [`Portcullis::tokens`](crate::Portcullis::tokens).
///
/// ```
/// use std::time::Duration;
/// use portcullis::{Error, Tokens, endpoint};
///
/// #[endpoint(post = "/login", anonymous)]
/// async fn login(tokens: Tokens) -> Result<String, Error> {
///     // … check the password …
///     tokens
///         .subject("user-001")
///         .roles(["Admin"])
///         .claim("AdminID", "007")
///         .expires_in(Duration::from_secs(300))
///         .sign()
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Tokens {
    shared: Arc<Shared>,
    scheme: Option<String>,
}

/// A token in the making.
#[derive(Clone)]
#[must_use = "a token is made by `sign`"]
pub struct Token {
    from: Tokens,
    subject: String,
    roles: Vec<String>,
    permissions: Vec<String>,
    scopes: Vec<String>,
    claims: BTreeMap<String, Option<Value>>,
    repeated: Option<String>,
    lifetime: Option<Duration>,
    /// The session or family that stands behind it, and since when, in seconds since 1970: `sid`
    /// and `auth_time`.
    session: Option<(String, u64)>,
}

impl Tokens {
    pub(crate) fn new(shared: Arc<Shared>) -> Self {
        Self { shared, scheme: None }
    }

    /// Signs with the key of this scheme instead of the default one's.
    #[must_use]
    pub fn scheme(mut self, name: impl Into<String>) -> Self {
        self.scheme = Some(name.into());
        self
    }

    /// Begins a token for this caller.
    pub fn subject(&self, subject: impl Into<String>) -> Token {
        Token {
            from: self.clone(),
            subject: subject.into(),
            roles: Vec::new(),
            permissions: Vec::new(),
            scopes: Vec::new(),
            claims: BTreeMap::new(),
            repeated: None,
            lifetime: None,
            session: None,
        }
    }
}

impl Token {
    /// Adds roles.
    pub fn roles<N: Into<String>>(mut self, names: impl IntoIterator<Item = N>) -> Self {
        self.roles.extend(names.into_iter().map(Into::into));
        self
    }

    /// Adds permissions.
    pub fn permissions<N: Into<String>>(mut self, names: impl IntoIterator<Item = N>) -> Self {
        self.permissions.extend(names.into_iter().map(Into::into));
        self
    }

    /// Adds OAuth scopes.
    pub fn scopes<N: Into<String>>(mut self, names: impl IntoIterator<Item = N>) -> Self {
        self.scopes.extend(names.into_iter().map(Into::into));
        self
    }

    /// Adds a claim of the application. Not one that has a method of its own, nor one that is
    /// set while signing (`exp`, `iat`, `nbf`, `jti`, `iss`, `aud`).
    pub fn claim(self, name: impl Into<String>, value: impl Serialize) -> Self {
        self.claim_value(name.into(), serde_json::to_value(value).ok())
    }

    /// `None` is no JSON.
    pub(crate) fn claim_value(mut self, name: String, value: Option<Value>) -> Self {
        if self.claims.insert(name.clone(), value).is_some() {
            self.repeated = Some(name);
        }
        self
    }

    /// Adds several claims: as [`Token::claim`], one by one.
    pub fn claims<N: Into<String>, V: Serialize>(
        self,
        claims: impl IntoIterator<Item = (N, V)>,
    ) -> Self {
        claims.into_iter().fold(self, |token, (name, value)| token.claim(name, value))
    }

    /// How long the token is good for, from now, in whole seconds. Required.
    pub fn expires_in(mut self, lifetime: Duration) -> Self {
        self.lifetime = Some(lifetime);
        self
    }

    /// Of which session or family it is, and since when, in seconds since 1970. The application
    /// cannot set `sid` and `auth_time` itself then.
    #[cfg(all(feature = "refresh-tokens", feature = "_jwt"))]
    pub(crate) fn session(mut self, sid: String, since: u64) -> Self {
        self.session = Some((sid, since));
        self
    }

    /// Signs the token: `header.payload.signature` (RFC 7515 §7.1), of type `at+jwt`
    /// (RFC 9068 §2.1).
    ///
    /// # Errors
    ///
    /// Without an expiry or a subject, with a claim that is set twice, reserved or no JSON, if
    /// the scheme has no key to sign with, or if the random source or the cryptography fails.
    /// Answered with 500: the caller can do nothing about it.
    pub fn sign(self) -> Result<String, Error> {
        sign::sign(&self)
    }
}

/// Says for whom; what the token will say of them may be private.
impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Token").field("subject", &self.subject).finish_non_exhaustive()
    }
}

impl FromRequest for Tokens {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(match Entered::of(request) {
            Some(entered) => Ok(Self::new(Arc::clone(&entered.gate.checkpoint().shared))),
            None => Err(Error::unguarded("Tokens", request.path())),
        })
    }
}
