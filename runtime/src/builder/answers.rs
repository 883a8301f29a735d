//! How callers who are denied are answered.

use actix_web::HttpResponse;

use super::Builder;
use crate::answer::Denial;

impl Builder {
    /// Tells denied callers which rule they do not meet, or what is wrong with their
    /// credentials. For development: it tells strangers too.
    #[must_use]
    pub fn explain_denials(mut self, explain: bool) -> Self {
        self.answers.explain = explain;
        self
    }

    /// Answers callers who are known but may not with the App's own 404 instead of 403, to the
    /// byte. A stranger is still asked for credentials, a request that may be forged
    /// ([`Csrf`](crate::Csrf)) is still answered with 403, and a verb that is not served with 405. Endpoints in
    /// a scope answer with the App's 404, not the scope's.
    #[must_use]
    pub fn hide_denied(mut self) -> Self {
        self.answers.hide = true;
        self
    }

    /// Replaces bodies and headers of denials. The hook is given the response that would be
    /// sent; a panic in it is answered with 500. It cannot let anyone in.
    #[must_use]
    pub fn on_denial(
        mut self,
        hook: impl Fn(&Denial, HttpResponse) -> HttpResponse + Send + Sync + 'static,
    ) -> Self {
        self.answers.hook = Some(Box::new(hook));
        self
    }
}
