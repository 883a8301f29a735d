//! A denial as a response: status, challenges (RFC 9110 §11.6.1, RFC 6750 §3), body.

use std::fmt;
use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, HeaderValue, LOCATION, WWW_AUTHENTICATE};

use super::{Cause, Denial, problem};
use crate::contain::contained;
use crate::scheme::{Challenge, Registered};

/// Replaces what a denied caller is told.
pub(crate) type Hook = dyn Fn(&Denial, HttpResponse) -> HttpResponse + Send + Sync;

/// How an instance answers those who do not enter.
#[derive(Default)]
pub(crate) struct Answers {
    /// Say which rule failed: for development.
    pub(crate) explain: bool,
    /// Answer as if nothing were there instead of 403.
    pub(crate) hide: bool,
    pub(crate) hook: Option<Box<Hook>>,
}

impl Answers {
    /// The response to a request that one of these schemes, if any, could have let in.
    pub(crate) fn response(&self, denial: &Denial, schemes: &[Arc<Registered>]) -> HttpResponse {
        self.hooked(denial, self.plain(denial, schemes))
    }

    /// The response to a browser that is sent somewhere else instead (RFC 9110 §15.4.4).
    pub(crate) fn redirect(&self, denial: &Denial, location: HeaderValue) -> HttpResponse {
        let mut response = HttpResponse::new(StatusCode::SEE_OTHER);
        response.headers_mut().insert(LOCATION, location);
        response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        self.hooked(denial, response)
    }

    fn hooked(&self, denial: &Denial, plain: HttpResponse) -> HttpResponse {
        let Some(hook) = &self.hook else {
            return plain;
        };
        contained("the `on_denial` hook", || hook(denial, plain))
            .unwrap_or_else(|| problem(StatusCode::INTERNAL_SERVER_ERROR, None))
    }

    fn plain(&self, denial: &Denial, schemes: &[Arc<Registered>]) -> HttpResponse {
        let explanation = denial.explanation.as_deref().filter(|_| self.explain);
        let detail = explanation.or(denial.detail.as_deref());
        let mut response = problem(denial.status(), detail);
        let challenges = schemes.iter().enumerate();
        for header in challenges.filter_map(|(at, scheme)| challenge(denial, at, scheme)) {
            if let Some(value) = header.header() {
                response.headers_mut().append(WWW_AUTHENTICATE, value);
            }
        }
        response
    }
}

/// What the scheme at this position tells the caller to bring.
fn challenge(denial: &Denial, position: usize, scheme: &Registered) -> Option<Challenge> {
    let spoke = denial.scheme == Some(position);
    match denial.cause {
        Cause::Unauthenticated | Cause::Rejected => {}
        Cause::Malformed | Cause::Forbidden if spoke => {}
        Cause::Malformed | Cause::Forbidden => return None,
        Cause::CrossSite | Cause::Unavailable | Cause::Failed => return None,
    }
    let mut challenge = scheme.challenge.clone();
    if let Some(code) = denial.cause.error_code().filter(|_| spoke) {
        challenge = challenge.parameter("error", code);
    }
    if spoke && !denial.scopes.is_empty() {
        challenge = challenge.parameter("scope", denial.scopes.join(" "));
    }
    Some(challenge)
}

impl fmt::Debug for Answers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answers").field("explain", &self.explain).finish_non_exhaustive()
    }
}
