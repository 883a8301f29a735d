//! A scheme behind which something is done to each caller that it has found: after the
//! credentials are verified, and before the guard sees the caller.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};

use actix_web::dev::ResponseHead;
use actix_web::{HttpMessage, HttpRequest};

use super::{Answer, Challenge, Found, Scheme, Seen, Setup};
use crate::principal::Principal;
use crate::problem::Problem;

/// What is done to a verified caller.
pub(crate) trait Amend: fmt::Debug + Send + Sync {
    /// The caller as it goes on, a refusal, or that nobody could be asked.
    fn amend<'a>(&'a self, setup: &'a Setup, caller: Principal) -> Answer<'a>;
}

/// A scheme, and what is done to its callers.
#[derive(Debug)]
pub(super) struct Amended {
    scheme: Box<dyn Scheme>,
    amend: Box<dyn Amend>,
    setup: Setup,
    /// Tells apart several of them around one scheme.
    mark: u64,
}

impl Amended {
    pub(super) fn new(scheme: Box<dyn Scheme>, amend: Box<dyn Amend>, setup: Setup) -> Self {
        static LAST: AtomicU64 = AtomicU64::new(0);
        Self { scheme, amend, setup, mark: LAST.fetch_add(1, Ordering::Relaxed) }
    }

    fn amend<'a>(&'a self, found: Found, request: &HttpRequest) -> Answer<'a> {
        let caller = match found {
            Found::Caller(caller) => caller,
            other => return Answer::Ready(other),
        };
        // Bound first: whatever is changed below cannot lift the bond to another instance.
        let caller = match self.setup.stamp(caller) {
            Ok(caller) => caller,
            Err(why) => return Answer::Ready(Found::rejected(why)),
        };
        Originals::remember(self.mark, &caller, request);
        match self.amend.amend(&self.setup, caller.clone()) {
            Answer::Ready(found) => Answer::Ready(checked(found, &caller)),
            Answer::Later(found) => Answer::later(async move { checked(found.await, &caller) }),
        }
    }
}

/// What was made of a caller, as far as it may be made of one.
fn checked(found: Found, original: &Principal) -> Found {
    match found {
        Found::Caller(caller) => {
            let caller = no_longer_than(original, caller);
            #[cfg(feature = "revocation")]
            let caller = caller.made_of(original);
            Found::Caller(caller)
        }
        // There are credentials: no other scheme may be tried.
        Found::Nothing => Found::rejected("the application refuses the caller"),
        other => other,
    }
}

/// Nobody is vouched for longer than the credentials are.
fn no_longer_than(original: &Principal, caller: Principal) -> Principal {
    match (original.expires_at(), caller.expires_at()) {
        (Some(end), Some(own)) if own > end => caller.expires(end),
        (Some(end), None) => caller.expires(end),
        _ => caller,
    }
}

impl Scheme for Amended {
    fn authenticate<'a>(&'a self, request: &'a HttpRequest) -> Answer<'a> {
        match self.scheme.authenticate(request) {
            Answer::Ready(found) => self.amend(found, request),
            Answer::Later(found) => Answer::later(async move {
                match self.amend(found.await, request) {
                    Answer::Ready(found) => found,
                    Answer::Later(found) => found.await,
                }
            }),
        }
    }

    fn challenge(&self) -> Challenge {
        self.scheme.challenge()
    }

    fn ambient(&self) -> bool {
        self.scheme.ambient()
    }

    /// As in `respond`.
    fn entered<'a>(&'a self, seen: Seen<'a>) -> Option<Pin<Box<dyn Future<Output = ()> + 'a>>> {
        let Some(caller) = Originals::of(self.mark, seen.request()) else {
            return self.scheme.entered(seen);
        };
        Some(Box::pin(async move {
            if let Some(work) = self.scheme.entered(Seen::new(&caller, seen.request())) {
                work.await;
            }
        }))
    }

    fn sign_in_page(&self) -> Option<&str> {
        self.scheme.sign_in_page()
    }

    /// The scheme is told of the caller that it has found: what was added is not its own, and
    /// shall not end up in what it renews.
    fn respond(&self, seen: &Seen<'_>, response: &mut ResponseHead) {
        match Originals::of(self.mark, seen.request()) {
            Some(caller) => self.scheme.respond(&Seen::new(&caller, seen.request()), response),
            None => self.scheme.respond(seen, response),
        }
    }

    fn check(&self) -> Vec<Problem> {
        self.scheme.check()
    }
}

/// The callers of a request as the schemes have found them. An extension of the request inside
/// this process.
#[derive(Default)]
struct Originals(Vec<(u64, Principal)>);

impl Originals {
    fn remember(mark: u64, caller: &Principal, request: &HttpRequest) {
        let mut extensions = request.extensions_mut();
        if !extensions.contains::<Self>() {
            extensions.insert(Self::default());
        }
        if let Some(Self(callers)) = extensions.get_mut::<Self>() {
            callers.retain(|(other, _)| *other != mark);
            callers.push((mark, caller.clone()));
        }
    }

    fn of(mark: u64, request: &HttpRequest) -> Option<Principal> {
        let extensions = request.extensions();
        let Self(callers) = extensions.get::<Self>()?;
        callers.iter().find(|(other, _)| *other == mark).map(|(_, caller)| caller.clone())
    }
}

/// Shows the callers of a request as they were found, before something was done to them, until
/// the first of whom there is an error.
#[cfg(feature = "revocation")]
pub(crate) fn found_before<E>(
    request: &HttpRequest,
    look: impl FnMut(&Principal) -> Result<(), E>,
) -> Result<(), E> {
    let extensions = request.extensions();
    let callers = extensions.get::<Originals>().map(|Originals(callers)| callers.iter());
    callers.into_iter().flatten().map(|(_, caller)| caller).try_for_each(look)
}
