//! What is told of a request that cannot be understood (RFC 6749 §5.2).

use std::fmt;

use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, PRAGMA};
use actix_web::{HttpResponse, ResponseError};

/// Why a request is answered with 400. Quotes nothing of it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Refused {
    /// A parameter is missing or repeated, or the body is no form.
    Request(&'static str),
    /// The token is good, and nothing could be revoked that it has (RFC 7009 §2.2.1).
    TokenType(&'static str),
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Self::Request(why) | Self::TokenType(why)) = self;
        f.write_str(why)
    }
}

impl ResponseError for Refused {
    fn status_code(&self) -> StatusCode {
        StatusCode::BAD_REQUEST
    }

    fn error_response(&self) -> HttpResponse {
        let (error, why) = match self {
            Self::Request(why) => ("invalid_request", why),
            Self::TokenType(why) => ("unsupported_token_type", why),
        };
        let body = serde_json::json!({ "error": error, "error_description": why });
        let mut response = HttpResponse::build(self.status_code());
        response.content_type("application/json");
        response.insert_header((CACHE_CONTROL, "no-store")).insert_header((PRAGMA, "no-cache"));
        response.body(body.to_string())
    }
}
