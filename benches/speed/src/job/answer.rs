//! What a contender must answer, to the byte: Portcullis' own answers (RFC 9457, RFC 6750).

use std::fmt;

use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE, WWW_AUTHENTICATE};
use actix_web::{HttpResponse, ResponseError};

/// What the handler says.
pub(crate) const HELLO: &str = "hello";

/// Status and body of a response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(super) fn hello() -> Self {
        Self { status: 200, body: HELLO.into() }
    }

    pub(super) fn unauthorized() -> Self {
        Self { status: 401, body: Denied::Unauthorized.body().into() }
    }

    pub(super) fn forbidden() -> Self {
        Self { status: 403, body: Denied::Forbidden.body().into() }
    }
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} with a body of {} bytes", self.status, self.body.len())
    }
}

/// How the contenders answer whose denials are written by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Denied {
    Unauthorized,
    Forbidden,
}

impl Denied {
    pub(crate) fn body(self) -> &'static str {
        match self {
            Self::Unauthorized => r#"{"type":"about:blank","title":"Unauthorized","status":401}"#,
            Self::Forbidden => r#"{"type":"about:blank","title":"Forbidden","status":403}"#,
        }
    }

    pub(crate) fn challenge(self) -> &'static str {
        match self {
            Self::Unauthorized => r#"Bearer realm="api", error="invalid_token""#,
            Self::Forbidden => r#"Bearer realm="api", error="insufficient_scope""#,
        }
    }
}

impl fmt::Display for Denied {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.body())
    }
}

impl ResponseError for Denied {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::Unauthorized => StatusCode::UNAUTHORIZED,
            Self::Forbidden => StatusCode::FORBIDDEN,
        }
    }

    fn error_response(&self) -> HttpResponse {
        HttpResponse::build(self.status_code())
            .insert_header((CONTENT_TYPE, "application/problem+json"))
            .insert_header((CACHE_CONTROL, "no-store"))
            .insert_header((WWW_AUTHENTICATE, self.challenge()))
            .body(self.body())
    }
}
