//! The challenges of a scheme as header values, written at start-up: a denial copies a pointer.

use actix_web::http::header::HeaderValue;

use super::Challenge;

/// A challenge by itself, and with each error code of RFC 6750 §3.1.
#[derive(Debug)]
pub(crate) struct Challenges {
    plain: Option<HeaderValue>,
    with_code: [(&'static str, Option<HeaderValue>); 3],
}

impl Challenges {
    pub(super) fn write(challenge: &Challenge) -> Self {
        let codes = ["invalid_request", "invalid_token", "insufficient_scope"];
        let with = |code| challenge.clone().parameter("error", code).header();
        Self { plain: challenge.header(), with_code: codes.map(|code| (code, with(code))) }
    }

    /// The value of the header field. `None` where a part of the challenge cannot stand in one.
    pub(crate) fn with(&self, code: Option<&str>) -> Option<HeaderValue> {
        let Some(code) = code else { return self.plain.clone() };
        let written = self.with_code.iter().find(|(known, _)| *known == code);
        written.and_then(|(_, value)| value.clone())
    }
}
