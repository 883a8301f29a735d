//! Errors that handlers and extractors answer with.

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt::{self, Display, Formatter};

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};

use crate::answer::{Cause, Denial, problem};

/// An error that a handler can return with `?`. It answers `application/problem+json`
/// (RFC 9457); inside an `#[endpoint]`, 401 comes with the challenges of the endpoint.
#[derive(Debug)]
pub struct Error(Kind);

#[derive(Debug)]
enum Kind {
    /// The caller may not go on.
    Denied(Denial),
    /// The application or its configuration is at fault; callers are not told how.
    Internal { message: Cow<'static, str>, source: Option<Box<dyn StdError + Send + Sync>> },
    /// What the application needs to answer could not be asked.
    Unavailable { source: Box<dyn StdError + Send + Sync> },
}

impl Error {
    /// The login form was wrong: 401, with this text as `detail` for the caller to read. The
    /// same text for an unknown user and a wrong password tells a stranger nothing.
    #[must_use]
    pub fn invalid_credentials(detail: impl Into<Cow<'static, str>>) -> Self {
        let mut denial = Denial::new(Cause::Unauthenticated);
        denial.detail = Some(detail.into());
        Self(Kind::Denied(denial))
    }

    /// A database or another service that the handler needs could not be asked: 503 with
    /// `Retry-After`. The cause goes to the log, not to the caller.
    #[must_use]
    pub fn unavailable(cause: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self(Kind::Unavailable { source: cause.into() })
    }

    /// Something is broken that the caller can do nothing about: 500. The cause goes to the
    /// log, not to the caller.
    #[must_use]
    pub fn failed(cause: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::caused_by("the handler failed", cause)
    }

    pub(crate) fn denied(cause: Cause) -> Self {
        Self(Kind::Denied(Denial::new(cause)))
    }

    pub(crate) fn of(denial: Denial) -> Self {
        Self(Kind::Denied(denial))
    }

    pub(crate) fn internal(message: impl Into<Cow<'static, str>>) -> Self {
        Self(Kind::Internal { message: message.into(), source: None })
    }

    pub(crate) fn caused_by(
        message: &'static str,
        source: impl Into<Box<dyn StdError + Send + Sync>>,
    ) -> Self {
        Self(Kind::Internal { message: message.into(), source: Some(source.into()) })
    }

    /// The error of an extractor in a handler that no `#[endpoint]` guards; leaves a log line.
    pub(crate) fn unguarded(extractor: &str, path: &str) -> Self {
        tracing::error!("`{extractor}` is taken by a handler without `#[endpoint]`, at {path}");
        Self::internal("no `#[endpoint]` guards this handler")
    }

    /// What the gate makes a complete answer of.
    pub(crate) fn denial(&self) -> Option<Denial> {
        match &self.0 {
            Kind::Denied(denial) => Some(denial.clone()),
            Kind::Internal { .. } | Kind::Unavailable { .. } => None,
        }
    }
}

impl Display for Error {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Denied(denial) => match &denial.detail {
                Some(detail) => f.write_str(detail),
                None => write!(f, "the request was denied: {}", denial.status()),
            },
            Kind::Internal { message, .. } => f.write_str(message),
            Kind::Unavailable { .. } => f.write_str("a service that is needed cannot be asked"),
        }
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match &self.0 {
            Kind::Denied(_) | Kind::Internal { source: None, .. } => None,
            Kind::Internal { source: Some(source), .. } | Kind::Unavailable { source } => {
                Some(&**source)
            }
        }
    }
}

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        match &self.0 {
            Kind::Denied(denial) => denial.status(),
            Kind::Internal { .. } => StatusCode::INTERNAL_SERVER_ERROR,
            Kind::Unavailable { .. } => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    fn error_response(&self) -> HttpResponse {
        if let Kind::Internal { .. } | Kind::Unavailable { .. } = &self.0 {
            let cause = self.source().map(|source| format!(": {source}")).unwrap_or_default();
            tracing::error!("{self}{cause}");
        }
        let detail = self.denial().and_then(|denial| denial.detail);
        problem(self.status_code(), detail.as_deref())
    }
}
