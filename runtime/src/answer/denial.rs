//! Why a request was denied.

use std::borrow::Cow;

use actix_web::http::StatusCode;

use crate::rule::Text;

/// A denied request: what [`Builder::on_denial`](crate::Builder::on_denial) is told.
#[derive(Clone, Debug)]
pub struct Denial {
    pub(crate) cause: Cause,
    /// Which of the endpoint's schemes spoke.
    pub(crate) scheme: Option<usize>,
    /// The scopes that would have been enough, where nothing else is missing.
    pub(crate) scopes: Vec<Text>,
    /// For every caller to read.
    pub(crate) detail: Option<Cow<'static, str>>,
    /// For the log, where the cause alone says too little.
    pub(crate) reason: Option<&'static str>,
    /// For developers only.
    pub(crate) explanation: Option<Cow<'static, str>>,
}

/// Why a request was denied, as far as any caller may know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The credentials cannot be read: 400.
    Malformed,
    /// There are no credentials: 401.
    Unauthenticated,
    /// The credentials do not hold: 401.
    Rejected,
    /// The caller is known and may not: 403.
    Forbidden,
    /// Whoever knows the caller, or whether a requirement is met, could not be asked: 503.
    Unavailable,
    /// Something of the application broke while judging: 500.
    Failed,
}

impl Cause {
    /// The status code that it is answered with.
    #[must_use]
    pub fn status(self) -> StatusCode {
        match self {
            Self::Malformed => StatusCode::BAD_REQUEST,
            Self::Unauthenticated | Self::Rejected => StatusCode::UNAUTHORIZED,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Self::Failed => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The error code of RFC 6750 §3.1, where something was presented and refused.
    pub(crate) fn error_code(self) -> Option<&'static str> {
        match self {
            Self::Malformed => Some("invalid_request"),
            Self::Rejected => Some("invalid_token"),
            Self::Forbidden => Some("insufficient_scope"),
            Self::Unauthenticated | Self::Unavailable | Self::Failed => None,
        }
    }
}

impl Denial {
    pub(crate) fn new(cause: Cause) -> Self {
        Self {
            cause,
            scheme: None,
            scopes: Vec::new(),
            detail: None,
            reason: None,
            explanation: None,
        }
    }

    pub(crate) fn by_scheme(self, position: usize) -> Self {
        Self { scheme: Some(position), ..self }
    }

    pub(crate) fn because(self, reason: &'static str) -> Self {
        Self { reason: Some(reason), ..self }
    }

    pub(crate) fn explained(self, why: impl Into<Cow<'static, str>>) -> Self {
        Self { explanation: Some(why.into()), ..self }
    }

    /// Why, as far as any caller may know.
    #[must_use]
    pub fn cause(&self) -> Cause {
        self.cause
    }

    /// The status code that it is answered with.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.cause.status()
    }
}
