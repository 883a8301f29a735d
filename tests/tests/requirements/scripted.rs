//! A requirement that answers what a test has written down, and remembers that it was asked.

use std::sync::{Arc, Mutex};

use actix_web::{HttpMessage, HttpRequest};
use portcullis::{Checking, Principal, Requirement};

/// What a requirement does when it is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Does {
    Say(bool),
    Fail,
    Panic,
    /// Before there is anything to wait for.
    PanicAtOnce,
}

/// Who was asked, in order.
pub(crate) type Asked = Arc<Mutex<Vec<&'static str>>>;

#[derive(Debug)]
pub(crate) struct Scripted {
    pub(crate) name: &'static str,
    pub(crate) does: Arc<Mutex<Does>>,
    pub(crate) asked: Asked,
}

impl Requirement for Scripted {
    fn check<'a>(&'a self, request: &'a HttpRequest, caller: &'a Principal) -> Checking<'a> {
        self.asked.lock().unwrap_or_else(|broken| broken.into_inner()).push(self.name);
        let does = *self.does.lock().unwrap_or_else(|broken| broken.into_inner());
        if does == Does::PanicAtOnce {
            panic_like_a_user();
        }
        Box::pin(async move {
            actix_web::rt::task::yield_now().await;
            // Whoever takes the body here would take it from the handler, were it there.
            drop(request.clone().take_payload());
            assert_eq!(caller.scheme(), "spelled");
            match does {
                Does::Say(answer) => Ok(answer),
                Does::Fail => Err("the database is down".into()),
                Does::Panic | Does::PanicAtOnce => panic_like_a_user(),
            }
        })
    }
}

#[expect(clippy::panic, reason = "a requirement of the application that is broken")]
fn panic_like_a_user() -> ! {
    panic!("a requirement of the application panicked")
}
