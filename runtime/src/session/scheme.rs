//! `CookieSession` at work: recognizes browsers, and renews their sessions.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use actix_web::HttpRequest;
use actix_web::dev::ResponseHead;
use actix_web::http::header::{CACHE_CONTROL, HeaderValue, SET_COOKIE};

use super::Keeper;
use super::contents::Contents;
use super::keeper::{Place, sealed_text};
use super::lifetime::renewal;
use super::localhost::is_local;
use super::pending::{Due, Pending, Step};
use crate::cookies::Sent;
use crate::principal::Principal;
use crate::scheme::{Answer, Challenge, Found, Scheme, Seen};
use crate::store::{SessionKey, SessionStore, Span};

#[derive(Debug)]
pub(super) struct SessionScheme(pub(super) Arc<Keeper>);

/// A session that a request carries.
struct Session {
    contents: Contents,
    /// As it is kept.
    span: Span,
}

impl Scheme for SessionScheme {
    fn authenticate<'a>(&'a self, request: &'a HttpRequest) -> Answer<'a> {
        let keeper = &*self.0;
        let value = match Sent::of(request.headers(), &keeper.shape.name) {
            Sent::Nothing => return Answer::Ready(Found::Nothing),
            Sent::Several => return rejected("there are several session cookies"),
            Sent::One(_) if keeper.shape.plain && !is_local(request) => {
                return rejected("sessions over plain HTTP are for this machine alone");
            }
            Sent::One(value) => value,
        };
        match &keeper.place {
            Place::Sealed(ring) => match ring.open(value).as_deref().and_then(Session::unsealed) {
                Some(session) => {
                    let next = |contents: &Contents| Step::Seal(contents.clone());
                    Answer::Ready(keeper.found(request, session, next))
                }
                None => rejected("the session cookie was not sealed here"),
            },
            Place::Stored { store, tickets } => match tickets.key(value) {
                Some(key) => Answer::later(keeper.look_up(&**store, request, key, value)),
                None => rejected("the session cookie is no id"),
            },
        }
    }

    fn challenge(&self) -> Challenge {
        Challenge::new("Cookie")
    }

    fn sign_in_page(&self) -> Option<&str> {
        self.0.sign_in_page.as_deref()
    }

    fn entered<'a>(&'a self, seen: Seen<'a>) -> Option<Pin<Box<dyn Future<Output = ()> + 'a>>> {
        let keeper = &*self.0;
        let Place::Stored { store, .. } = &keeper.place else {
            return None;
        };
        let due = Due::take(seen.request(), &keeper.setup.scheme)?;
        Some(Box::pin(keeper.renew(&**store, seen.request(), due)))
    }

    fn respond(&self, seen: &Seen<'_>, response: &mut ResponseHead) {
        let keeper = &*self.0;
        let headers = response.headers_mut();
        let due = Due::take(seen.request(), &keeper.setup.scheme);
        let no_store = || HeaderValue::from_static("no-store");
        if !headers.contains_key(CACHE_CONTROL) {
            headers.insert(CACHE_CONTROL, no_store());
        }
        // What the handler has done is the last word.
        if Pending::of(seen.request(), &keeper.setup.scheme).is_some() {
            return;
        }
        if let Some(cookie) = due.and_then(|due| keeper.renewed(due)) {
            headers.append(SET_COOKIE, cookie);
            headers.insert(CACHE_CONTROL, no_store());
        }
    }
}

impl Session {
    fn unsealed(text: &str) -> Option<Self> {
        let (contents, since, until) = serde_json::from_str(text).ok()?;
        Some(Self { contents, span: Span { since, until } })
    }
}

impl Keeper {
    async fn look_up(
        &self,
        store: &dyn SessionStore,
        request: &HttpRequest,
        key: SessionKey,
        value: &[u8],
    ) -> Found {
        let stored = match store.find(&key, self.now()).await {
            Ok(Some(stored)) => stored,
            Ok(None) => return Found::rejected("there is no such session"),
            Err(error) => return Found::Unavailable(error),
        };
        let seen = stored.span;
        match serde_json::from_str(&stored.contents) {
            Ok(contents) => self.found(request, Session { contents, span: seen }, |_| {
                Step::Write { key, seen, value: String::from_utf8_lossy(value).into_owned() }
            }),
            Err(error) => Found::Unavailable(error.into()),
        }
    }

    /// The caller of a session, if it is not over. Notes it where it is to be renewed, which
    /// happens only to requests that enter.
    fn found(
        &self,
        request: &HttpRequest,
        session: Session,
        next: impl FnOnce(&Contents) -> Step,
    ) -> Found {
        let Session { contents, span } = session;
        let now = self.now();
        let longest =
            |since: u64, limit: std::time::Duration| since.saturating_add(limit.as_secs());
        // Limits may have become shorter since.
        let limit = contents.limit.min(longest(contents.begun, self.limits.absolute));
        let until = span.until.min(limit).min(longest(span.since, self.limits.idle));
        if until <= now {
            return Found::rejected("the session is over");
        }
        if let Some(to) = renewal(Span { until, ..span }, limit, now) {
            let scheme = Arc::clone(&self.setup.scheme);
            Due { scheme, span: to, step: next(&contents) }.note(request);
        }
        self.caller(contents.principal(limit))
    }

    fn caller(&self, principal: Principal) -> Found {
        match self.setup.stamp_kept(principal) {
            Ok(caller) => Found::Caller(caller),
            Err(why) => Found::rejected(why),
        }
    }

    /// Writes the new span of a session to the store. Where that is not done, nothing is
    /// promised, and the session keeps its old end.
    async fn renew(&self, store: &dyn SessionStore, request: &HttpRequest, due: Due) {
        let Step::Write { key, seen, value } = due.step else {
            return;
        };
        match store.renew(&key, seen, due.span).await {
            Ok(true) => Due { step: Step::Promise { value }, ..due }.note(request),
            // Signed out, or renewed by another request at the same time.
            Ok(false) => {}
            Err(error) => {
                let scheme = self.setup.name();
                tracing::warn!("a session of the scheme `{scheme}` was not renewed: {error}");
            }
        }
    }

    /// The cookie of a renewed session.
    fn renewed(&self, due: Due) -> Option<HeaderValue> {
        let cookie = match (&self.place, due.step) {
            (Place::Sealed(ring), Step::Seal(contents)) => {
                let random = &**self.setup.random();
                sealed_text(&contents, due.span).and_then(|text| {
                    let value = ring.seal(&text, random);
                    let value = value.map_err(crate::Error::failed)?;
                    self.cookie(&value, due.span)
                })
            }
            (Place::Stored { .. }, Step::Promise { value }) => self.cookie(&value, due.span),
            (Place::Sealed(_) | Place::Stored { .. }, _) => return None,
        };
        let scheme = self.setup.name();
        cookie
            .inspect_err(|error| {
                tracing::warn!("a session of the scheme `{scheme}` was not renewed: {error}");
            })
            .ok()
    }
}

fn rejected<'a>(why: &'static str) -> Answer<'a> {
    Answer::Ready(Found::rejected(why))
}
