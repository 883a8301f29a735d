//! A cookie scheme with a sign-in page.

use actix_web::HttpRequest;
use portcullis::{Answer, Challenge, Found, Principal, Scheme};

/// `sid=<user>`, and the path of the page that sets it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cookies(pub(crate) &'static str);

impl Scheme for Cookies {
    fn authenticate<'a>(&'a self, request: &'a HttpRequest) -> Answer<'a> {
        Answer::Ready(match request.cookie("sid").as_ref().map(|cookie| cookie.value()) {
            None => Found::Nothing,
            Some("stale") => Found::rejected("the session is over"),
            Some("unknowable") => Found::Unavailable("the store is down".into()),
            Some(user) => Found::Caller(Principal::new(user)),
        })
    }

    fn challenge(&self) -> Challenge {
        Challenge::new("Cookie")
    }

    fn sign_in_page(&self) -> Option<&str> {
        Some(self.0)
    }
}
