//! Cookies as an application would write them itself: `sid=<user>`, and `sid=<user>.admin`.

use actix_web::HttpRequest;
use actix_web::dev::ResponseHead;
use actix_web::http::header::{HeaderName, HeaderValue};
use portcullis::{Answer, Challenge, Found, Principal, Scheme, Seen};

/// Ambient, as every scheme is that does not say otherwise. Renews on every response.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cookies;

impl Scheme for Cookies {
    fn authenticate<'a>(&'a self, request: &'a HttpRequest) -> Answer<'a> {
        Answer::Ready(match request.cookie("sid").as_ref().map(|cookie| cookie.value()) {
            None => Found::Nothing,
            Some("stale") => Found::rejected("the session is over"),
            Some(value) => match value.strip_suffix(".admin") {
                Some(user) => Found::Caller(Principal::new(user).role("Admin")),
                None => Found::Caller(Principal::new(value)),
            },
        })
    }

    fn challenge(&self) -> Challenge {
        Challenge::new("Cookie")
    }

    fn respond(&self, seen: &Seen<'_>, response: &mut ResponseHead) {
        let renewed = HeaderValue::from_str(seen.caller().id()).unwrap();
        response.headers_mut().insert(HeaderName::from_static("x-renewed"), renewed);
    }
}
