//! What a client is answered that gets no tokens (RFC 6749 §5.2).

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, PRAGMA};

use crate::error::Error;

/// Why a client gets no tokens.
#[derive(Debug)]
pub(super) enum Refusal {
    /// A parameter is missing, repeated or of the wrong kind.
    Request(&'static str),
    /// The refresh token is worth nothing. Nobody is told why.
    Grant,
    /// The application answers nothing now; the token stays good. Not to be told from `Grant`.
    Refused,
    Scope,
    GrantType,
    /// Nothing that the client could know.
    Failed(Error),
}

impl Refusal {
    /// The answer. It quotes nothing of the request.
    ///
    /// # Errors
    ///
    /// If the client is not at fault.
    pub(super) fn answer(self) -> Result<HttpResponse, Error> {
        let (error, description) = match self {
            Self::Request(why) => ("invalid_request", Some(why)),
            Self::Grant | Self::Refused => ("invalid_grant", None),
            Self::Scope => ("invalid_scope", None),
            Self::GrantType => ("unsupported_grant_type", None),
            Self::Failed(error) => return Err(error),
        };
        let body = match description {
            None => serde_json::json!({ "error": error }),
            Some(why) => serde_json::json!({ "error": error, "error_description": why }),
        };
        let mut response = HttpResponse::BadRequest();
        response.content_type("application/json");
        response.insert_header((CACHE_CONTROL, "no-store")).insert_header((PRAGMA, "no-cache"));
        Ok(response.body(body.to_string()))
    }
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}
