//! A scheme whose credentials are a number: the caller's place in a list.

use std::sync::Arc;

use actix_web::dev::ResponseHead;
use actix_web::{HttpMessage, HttpRequest};
use portcullis::{Answer, Challenge, Found, Principal, Scheme, Seen};

/// Recognizes the callers of a list by the header that is named like the scheme.
#[derive(Clone, Debug, Default)]
pub(crate) struct Numbered {
    pub(crate) header: &'static str,
    pub(crate) callers: Arc<[Principal]>,
}

impl Scheme for Numbered {
    fn authenticate<'a>(&'a self, request: &'a HttpRequest) -> Answer<'a> {
        let Some(number) = request.headers().get(self.header) else {
            return Answer::Ready(Found::Nothing);
        };
        let number = number.to_str().ok().and_then(|number| number.parse::<usize>().ok());
        let caller = number.and_then(|number| self.callers.get(number));
        Answer::Ready(match caller {
            Some(caller) => Found::Caller(caller.clone()),
            None => Found::rejected("no caller has this number"),
        })
    }

    /// Leaves the caller, bound to its instance, with the request.
    fn respond(&self, seen: &Seen<'_>, _: &mut ResponseHead) {
        seen.request().extensions_mut().insert(seen.caller().clone());
    }

    fn challenge(&self) -> Challenge {
        Challenge::new("Numbered")
    }

    /// No browser sends the header unasked.
    fn ambient(&self) -> bool {
        false
    }
}
