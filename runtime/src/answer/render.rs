//! A denial as a response: status, challenges (RFC 9110 §11.6.1, RFC 6750 §3), body.

use std::fmt;
use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderValue, WWW_AUTHENTICATE};

use super::{Cause, Denial, problem};
use crate::contain::contained;
use crate::scheme::Registered;

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
        let plain = self.plain(denial, schemes);
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
        for value in challenges.filter_map(|(at, scheme)| challenge(denial, at, scheme)) {
            response.headers_mut().append(WWW_AUTHENTICATE, value);
        }
        response
    }
}

/// What the scheme at this position tells the caller to bring.
fn challenge(denial: &Denial, position: usize, scheme: &Registered) -> Option<HeaderValue> {
    let spoke = denial.scheme == Some(position);
    match denial.cause {
        Cause::Unauthenticated | Cause::Rejected => {}
        Cause::Malformed | Cause::Forbidden if spoke => {}
        Cause::Malformed | Cause::Forbidden | Cause::Unavailable | Cause::Failed => return None,
    }
    let code = denial.cause.error_code().filter(|_| spoke);
    if !spoke || denial.scopes.is_empty() {
        return scheme.challenges.with(code);
    }
    let challenge = scheme.challenge.clone();
    let challenge = code.into_iter().fold(challenge, |one, code| one.parameter("error", code));
    challenge.parameter("scope", denial.scopes.join(" ")).header()
}

impl fmt::Debug for Answers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answers").field("explain", &self.explain).finish_non_exhaustive()
    }
}
