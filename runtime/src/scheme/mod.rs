//! How callers are recognized: the contract between the guard and a scheme.

mod amended;
#[cfg(any(feature = "api-key", feature = "http-basic"))]
mod authorization;
mod challenge;
mod challenges;
mod prepared;
mod setup;
mod transform;

use std::error::Error;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use actix_web::HttpRequest;
use actix_web::dev::ResponseHead;

pub(crate) use amended::Amend;
#[cfg(feature = "revocation")]
pub(crate) use amended::found_before;
#[cfg(any(feature = "api-key", feature = "http-basic"))]
pub(crate) use authorization::Authorization;
pub use challenge::Challenge;
#[cfg(feature = "api-key")]
pub(crate) use challenge::is_token;
pub use prepared::Prepared;
pub(crate) use prepared::Registered;
pub use setup::{IntoScheme, Setup};
pub use transform::Transformed;

use crate::principal::Principal;
use crate::problem::Problem;

/// A way to recognize callers: tokens, cookies, keys, or anything that a request carries.
///
/// Registered by name with [`Builder::scheme`](crate::Builder::scheme). A scheme outside
/// this crate is equal to those inside it:
///
/// ```
/// use actix_web::HttpRequest;
/// use portcullis::{Answer, Challenge, Found, Principal, Scheme};
///
/// /// Trusts a header that the proxy in front has verified and set. The proxy knows callers by a
/// /// cookie, so this scheme is ambient, as every one is that does not say otherwise.
/// #[derive(Debug)]
/// struct ProxyUser;
///
/// impl Scheme for ProxyUser {
///     fn authenticate<'a>(&'a self, request: &'a HttpRequest) -> Answer<'a> {
///         let user = request.headers().get("x-verified-user");
///         Answer::Ready(match user.map(|value| value.to_str()) {
///             None => Found::Nothing,
///             Some(Ok(name)) => Found::Caller(Principal::new(name)),
///             Some(Err(_)) => Found::rejected("the user's name is not ASCII"),
///         })
///     }
///
///     fn challenge(&self) -> Challenge {
///         Challenge::new("Proxy")
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot tell who is calling",
    label = "not an authentication scheme",
    note = "implement `portcullis::Scheme` for it, or use `portcullis::JwtBearer`"
)]
pub trait Scheme: fmt::Debug + Send + Sync {
    /// Looks for credentials in the head of a request, never in its body, and verifies them.
    /// A panic in here is answered with 500; it never lets anyone in.
    fn authenticate<'a>(&'a self, request: &'a HttpRequest) -> Answer<'a>;

    /// What a caller without credentials is told to bring. Asked once, at start-up.
    fn challenge(&self) -> Challenge;

    /// Whether browsers send these credentials unasked, as they do cookies and Basic. Asked
    /// once, at start-up. A caller found by such a scheme enters on an unsafe verb only by a
    /// page of the application: see [`Csrf`](crate::Csrf). `authenticate` has run by then;
    /// whatever it renews belongs into `respond`, which a forged request does not reach.
    fn ambient(&self) -> bool {
        true
    }

    /// What is to be done, now that this scheme's caller has entered and before the handler
    /// runs, if it takes waiting: for example, to write to a store what `respond` then promises.
    /// Not called for a request that was denied. Nothing in here can deny it any more.
    fn entered<'a>(&'a self, seen: Seen<'a>) -> Option<Pin<Box<dyn Future<Output = ()> + 'a>>> {
        let _ = seen;
        None
    }

    /// Adds to the response of a request that this scheme's caller has entered with, for
    /// example a renewed cookie. Not called for a request that was denied.
    fn respond(&self, seen: &Seen<'_>, response: &mut ResponseHead) {
        let _ = (seen, response);
    }

    /// The path of a page that asks for credentials of this scheme. Asked once, at start-up.
    ///
    /// Whoever would be answered with 401 and is on the way to a page (`GET` with
    /// `Sec-Fetch-Mode: navigate`) is sent there instead, with 303, wherever the scheme is
    /// accepted; where several accepted schemes have a page, to that of the first. The path that
    /// was asked for goes along, for [`ReturnTo`](crate::ReturnTo).
    fn sign_in_page(&self) -> Option<&str> {
        None
    }

    /// What is wrong with the configuration; asked once, at start-up, which fails with all
    /// that is returned here.
    fn check(&self) -> Vec<Problem> {
        Vec::new()
    }
}

/// What a scheme answers: at once, or later when it must ask a store.
pub enum Answer<'a> {
    /// Known without waiting; nothing is boxed.
    Ready(Found),
    /// Known when this future is done. Make one with [`Answer::later`].
    Later(Pin<Box<dyn Future<Output = Found> + 'a>>),
}

impl<'a> Answer<'a> {
    /// An answer that takes waiting.
    pub fn later(found: impl Future<Output = Found> + 'a) -> Self {
        Self::Later(Box::pin(found))
    }
}

impl fmt::Debug for Answer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ready(found) => f.debug_tuple("Ready").field(found).finish(),
            Self::Later(_) => f.write_str("Later(..)"),
        }
    }
}

/// What a scheme has found in a request.
#[derive(Debug)]
pub enum Found {
    /// No credentials of this kind: the next scheme may try.
    Nothing,
    /// Credentials that do not hold: no other scheme may rescue them.
    Rejected(Reason),
    /// A verified caller.
    Caller(Principal),
    /// Credentials, but whoever knows whether they hold could not be asked: 503.
    Unavailable(Box<dyn Error + Send + Sync>),
}

impl Found {
    /// Credentials that do not hold, and why (told to the caller only with
    /// [`Builder::explain_denials`](crate::Builder::explain_denials)).
    #[must_use]
    pub fn rejected(why: &'static str) -> Self {
        Self::Rejected(Reason::Invalid(why))
    }
}

/// Why credentials do not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// They cannot be read at all: 400, `invalid_request` (RFC 6750 §3.1).
    Malformed,
    /// They are forged, expired, for somebody else, …: 401, `invalid_token`. The text says
    /// which, without quoting them.
    Invalid(&'static str),
    /// They were not looked at, since too many attempts have failed: 429 with `Retry-After`
    /// (RFC 6585 §4). Says nothing about whether they hold.
    Throttled {
        /// How long to wait before the next attempt, told in whole seconds, at least one.
        retry_after: Duration,
    },
}

/// What [`Scheme::respond`] is told.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    caller: &'a Principal,
    request: &'a HttpRequest,
}

impl<'a> Seen<'a> {
    pub(crate) fn new(caller: &'a Principal, request: &'a HttpRequest) -> Self {
        Self { caller, request }
    }

    /// The caller that the scheme has found.
    #[must_use]
    pub fn caller(&self) -> &'a Principal {
        self.caller
    }

    /// The request that was answered.
    #[must_use]
    pub fn request(&self) -> &'a HttpRequest {
        self.request
    }
}
