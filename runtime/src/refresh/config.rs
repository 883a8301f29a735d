//! Refresh tokens as the developer writes them.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use super::endpoint::PATH;
use super::hooks::Hooks;
use super::service::RefreshTokenService;
use super::spans::Spans;
use crate::store::RefreshStore;

#[doc = include_str!("../../docs/refresh_tokens.md")]
pub struct RefreshTokens {
    pub(super) store: Arc<dyn RefreshStore>,
    pub(super) service: Box<dyn Hooks>,
    pub(super) spans: Spans,
    pub(crate) path: Cow<'static, str>,
    pub(super) scheme: Option<String>,
    pub(super) cookie: Option<String>,
}

impl RefreshTokens {
    /// Keeps logins in this store, and asks this service what renewed tokens shall say.
    #[must_use]
    pub fn new(store: impl RefreshStore + 'static, service: impl RefreshTokenService) -> Self {
        Self {
            store: Arc::new(store),
            service: Box::new(service),
            spans: Spans::default(),
            path: PATH.into(),
            scheme: None,
            cookie: None,
        }
    }

    /// How long an access token is good, in whole seconds. Default 5 min, at most a day.
    #[must_use]
    pub fn access_validity(mut self, validity: Duration) -> Self {
        self.spans.access = validity;
        self
    }

    /// How long a refresh token is good, in whole seconds: a login that is not used for so long is
    /// over. Default 4 h.
    #[must_use]
    pub fn refresh_validity(mut self, validity: Duration) -> Self {
        self.spans.idle = validity;
        self
    }

    /// How long a login lasts, however it is used, in whole seconds; no access token outlives it.
    /// Default 30 days, at most 400.
    #[must_use]
    pub fn absolute(mut self, limit: Duration) -> Self {
        self.spans.absolute = limit;
        self
    }

    /// For how long a refresh token that was used still is answered with its successor, in whole
    /// seconds: a client may have sent it twice at once, or have lost the answer. Later, whoever
    /// uses it ends the login. Default 10 s, at most 5 min; zero switches it off, and then of
    /// requests that come at once all but one end the login.
    #[must_use]
    pub fn grace(mut self, grace: Duration) -> Self {
        self.spans.grace = grace;
        self
    }

    /// Where tokens are renewed, with `POST`. Default: `/api/refresh-token`.
    #[must_use]
    pub fn path(mut self, path: impl Into<Cow<'static, str>>) -> Self {
        self.path = path.into();
        self
    }

    /// The scheme that signs the access tokens. Default: the only one that can sign, or of several
    /// the one that `default_scheme` names.
    #[must_use]
    pub fn scheme(mut self, name: impl Into<String>) -> Self {
        self.scheme = Some(name.into());
        self
    }

    /// Keeps refresh tokens in a cookie of this name, which begins with `__Host-`, and out of
    /// bodies: for this host alone, `Secure`, `HttpOnly` and `SameSite=Strict`, so that no script
    /// sees them. Tokens in bodies are then not read. Requests that begin, renew or end a login
    /// must come from a page of the application, as [`Csrf`](crate::Csrf) says: with a verb that
    /// changes something, for those of a `GET` are not judged.
    #[must_use]
    pub fn cookie(mut self, name: impl Into<String>) -> Self {
        self.cookie = Some(name.into());
        self
    }
}

impl fmt::Debug for RefreshTokens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RefreshTokens")
            .field("store", &self.store)
            .field("spans", &self.spans)
            .field("path", &self.path)
            .field("scheme", &self.scheme)
            .field("cookie", &self.cookie)
            .finish_non_exhaustive()
    }
}
