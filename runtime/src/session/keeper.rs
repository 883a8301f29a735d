//! What keeps the sessions of one scheme: begins them, and ends them.

use std::sync::Arc;

use actix_web::HttpRequest;
use actix_web::http::header::HeaderValue;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::Limits;
use super::contents::Contents;
use super::lifetime::{first, seconds};
use super::localhost::is_local;
use super::pending::{Change, Pending};
use super::ring::Ring;
use super::ticket::Tickets;
use crate::answer::Cause;
use crate::cookies::{Shape, values};
use crate::error::Error;
use crate::principal::Principal;
use crate::scheme::Setup;
use crate::store::{SessionKey, SessionStore, Span, StoredSession};

/// How many sessions a browser may mean. It has one cookie of a name, or one for each site that
/// embeds the application.
const MOST_SENT: usize = 8;

#[derive(Debug)]
pub(crate) struct Keeper {
    pub(super) setup: Setup,
    pub(super) limits: Limits,
    pub(super) shape: Shape,
    pub(super) place: Place,
    /// The path of the page that signs in.
    pub(super) sign_in_page: Option<String>,
}

/// Where sessions are.
#[derive(Debug)]
pub(super) enum Place {
    /// In the cookie.
    Sealed(Ring),
    Stored {
        store: Arc<dyn SessionStore>,
        tickets: Tickets,
    },
}

/// A session of which the browser has not been told.
struct Begun {
    value: String,
    /// What is to be stored, and where.
    stored: Option<(SessionKey, StoredSession)>,
}

impl Keeper {
    pub(crate) fn cookie_name(&self) -> &str {
        &self.shape.name
    }

    pub(crate) fn is_for_development(&self) -> bool {
        self.shape.plain
    }

    /// Begins a session for this principal, in place of the one that the browser has.
    ///
    /// # Errors
    ///
    /// If the principal cannot come back, the cookie would be too long, there are too many
    /// cookies, or the store cannot be asked.
    pub(super) async fn sign_in(
        &self,
        request: &HttpRequest,
        principal: &Principal,
    ) -> Result<(), Error> {
        if self.shape.plain && !is_local(request) {
            return Err(Error::internal("sessions over plain HTTP are for this machine alone"));
        }
        let sid = self.random_id()?;
        let contents = Contents::new(principal, &self.setup, sid, self.limits.absolute.as_secs())?;
        let now = contents.begun;
        let span = first(now, self.limits.idle.as_secs(), contents.limit);
        let begun = self.begin(contents, span)?;
        let cookie = self.shape.keep(&begun.value, span.until.saturating_sub(now));
        let cookie = cookie.map_err(too_long)?;
        self.end(request).await?;
        let key = begun.stored.as_ref().map(|(key, _)| *key);
        if let (Place::Stored { store, .. }, Some((key, session))) = (&self.place, begun.stored) {
            store.begin(&key, session, now).await.map_err(Error::unavailable)?;
        }
        self.set(request, Change::SignIn { cookie, key })
    }

    /// Ends the session that the browser has, if it has one.
    ///
    /// # Errors
    ///
    /// If the store cannot be asked, or there are too many cookies; the session may then go on.
    pub(super) async fn sign_out(&self, request: &HttpRequest) -> Result<(), Error> {
        self.end(request).await?;
        self.set(request, Change::SignOut)
    }

    fn set(&self, request: &HttpRequest, change: Change) -> Result<(), Error> {
        let clear = self.shape.clear();
        let clear = clear.ok_or_else(|| Error::internal("the cookie's name cannot be written"))?;
        Pending::set(request, &self.setup.scheme, change, clear);
        Ok(())
    }

    fn begin(&self, contents: Contents, span: Span) -> Result<Begun, Error> {
        let random = &**self.setup.random();
        let no_random = |error| Error::caused_by("no random bytes for a session", error);
        match &self.place {
            Place::Sealed(ring) => {
                let text = sealed_text(&contents, span)?;
                Ok(Begun { value: ring.seal(&text, random).map_err(no_random)?, stored: None })
            }
            Place::Stored { tickets, .. } => {
                let value = Tickets::issue(random).map_err(no_random)?;
                let contents = serde_json::to_string(&contents).map_err(unwritable)?;
                let key = tickets.key(value.as_bytes());
                let stored = key.map(|key| (key, StoredSession { contents, span }));
                Ok(Begun { value, stored })
            }
        }
    }

    /// Ends every session that the browser may mean, and the one that this request has begun.
    ///
    /// # Errors
    ///
    /// 400 if there are more than any browser sends, and 503 if the store cannot be asked.
    async fn end(&self, request: &HttpRequest) -> Result<(), Error> {
        let Place::Stored { store, tickets } = &self.place else {
            return Ok(());
        };
        let sent = values(request.headers(), &self.shape.name);
        let sent = sent.filter_map(|value| tickets.key(value)).take(MOST_SENT + 1);
        let mut keys = sent.collect::<Vec<_>>();
        // Each asks the store: a header has room for thousands.
        if keys.len() > MOST_SENT {
            return Err(Error::denied(Cause::Malformed));
        }
        if let Some(Change::SignIn { key, .. }) = Pending::of(request, &self.setup.scheme) {
            keys.extend(key);
        }
        for key in keys {
            store.end(&key).await.map_err(Error::unavailable)?;
        }
        Ok(())
    }

    /// The cookie with this value, until its session is over.
    pub(super) fn cookie(&self, value: &str, span: Span) -> Result<HeaderValue, Error> {
        let seconds = span.until.saturating_sub(self.now());
        self.shape.keep(value, seconds).map_err(too_long)
    }

    /// In seconds since 1970.
    pub(super) fn now(&self) -> u64 {
        seconds(self.setup.clock().now())
    }

    fn random_id(&self) -> Result<String, Error> {
        let mut id = [0; 16];
        let filled = self.setup.random().fill(&mut id);
        filled.map_err(|error| Error::caused_by("no random bytes for a session", error))?;
        Ok(URL_SAFE_NO_PAD.encode(id))
    }
}

/// What is sealed: the contents, and the span.
pub(super) fn sealed_text(contents: &Contents, span: Span) -> Result<String, Error> {
    serde_json::to_string(&(contents, span.since, span.until)).map_err(unwritable)
}

fn unwritable(error: serde_json::Error) -> Error {
    Error::caused_by("a session cannot be written", error)
}

fn too_long(bytes: usize) -> Error {
    Error::internal(format!(
        "the session's cookie would have {bytes} bytes, and browsers keep 4096; keep sessions in \
         a store with `CookieSession::stored`"
    ))
}
