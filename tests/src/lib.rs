//! What the tests share: a scheme that answers at once.

#[cfg(doctest)]
pub mod readme;

use actix_web::HttpRequest;
use portcullis::{Answer, Challenge, Found, Principal, Scheme};

/// Tells plain `jsonwebtoken` which cryptography to use: it panics where a program has compiled
/// in two. Portcullis never asks it.
pub fn choose_cryptography() {
    // Said twice is an error, which changes nothing.
    let _ = jsonwebtoken::crypto::aws_lc::DEFAULT_PROVIDER.install_default();
}

/// Recognizes callers by a header that spells them out: `x-caller: eve; role=Admin; perm=A;
/// scope=read; claim=dept:eng`. Of use to tests alone.
#[derive(Clone, Copy, Debug, Default)]
pub struct Spelled;

impl Spelled {
    /// The caller that a header spells out.
    #[must_use]
    pub fn caller(text: &str) -> Principal {
        let mut words = text.split("; ");
        let caller = Principal::new(words.next().unwrap_or_default());
        words.fold(caller, |caller, word| {
            let (kind, name) = word.split_once('=').unwrap_or((word, ""));
            match kind {
                "role" => caller.role(name),
                "perm" => caller.permission(name),
                "scope" => caller.scope(name),
                "claim" => match name.split_once(':') {
                    Some((name, value)) => caller.claim(name, value),
                    None => caller.claim(name, true),
                },
                _ => caller,
            }
        })
    }
}

impl Scheme for Spelled {
    fn authenticate<'a>(&'a self, request: &'a HttpRequest) -> Answer<'a> {
        let Some(value) = request.headers().get("x-caller") else {
            return Answer::Ready(Found::Nothing);
        };
        Answer::Ready(match value.to_str() {
            Ok("unavailable") => Found::Unavailable("the store is down".into()),
            Ok("forged") => Found::rejected("forged"),
            Ok("panic") => panic_like_a_user(),
            Ok(text) => Found::Caller(Self::caller(text)),
            Err(_) => Found::rejected("not ASCII"),
        })
    }

    fn challenge(&self) -> Challenge {
        Challenge::new("Spelled")
    }

    /// No browser sends the header unasked.
    fn ambient(&self) -> bool {
        false
    }
}

#[expect(clippy::panic, reason = "a scheme of the application that is broken")]
fn panic_like_a_user() -> Found {
    panic!("a check of the application panicked")
}

#[doc(hidden)]
pub use portcullis as framework;

/// An endpoint that a macro of a library writes, as one does that has its own `portcullis`.
#[macro_export]
macro_rules! greeting {
    ($name:ident, $path:literal, $role:path) => {
        #[$crate::framework::endpoint(get = $path, roles($role), crate = $crate::framework)]
        async fn $name() -> &'static str {
            "hello"
        }
    };
}
