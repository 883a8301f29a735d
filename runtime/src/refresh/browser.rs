//! Refresh tokens in cookies: what a request carries, and what is to be told to its browser.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use actix_web::dev::ServiceResponse;
use actix_web::http::header::{CACHE_CONTROL, HeaderValue, SET_COOKIE};
use actix_web::{HttpMessage, HttpRequest};
use zeroize::Zeroizing;

use super::refusal::Refusal;
use super::response::TokenResponse;
use crate::answer::Denial;
use crate::cookies::{Sent, Shape};
use crate::csrf;
use crate::error::Error;
use crate::gate::Shared;

/// The browser behind a request, as far as logins go.
#[derive(Clone)]
pub(super) struct Browser {
    /// Why the request may be forged.
    forged: Option<Denial>,
    token: Token,
    pending: Pending,
}

#[derive(Clone)]
enum Token {
    None,
    One(Zeroizing<String>),
    Several,
}

/// What is to happen to the cookie at the end of a request: an extension of the request inside
/// this process, which no header can become.
#[derive(Clone, Default)]
pub(crate) struct Pending(Arc<Mutex<Option<Change>>>);

enum Change {
    Keep(HeaderValue),
    Forget(HeaderValue),
}

impl Browser {
    /// `None` where refresh tokens are in bodies.
    pub(super) fn of(request: &HttpRequest, shared: &Shared) -> Option<Self> {
        let shape = shared.refresh.as_ref()?.cookie.as_ref()?;
        let token = match Sent::of(request.headers(), &shape.name) {
            Sent::Nothing => Token::None,
            Sent::Several => Token::Several,
            // What is no text is no token, as is the empty one.
            Sent::One(value) => {
                Token::One(Zeroizing::new(str::from_utf8(value).unwrap_or_default().to_owned()))
            }
        };
        let forged = csrf::check(request, &shared.csrf).err().map(|refused| refused.denial());
        let mut extensions = request.extensions_mut();
        if !extensions.contains::<Pending>() {
            extensions.insert(Pending::default());
        }
        let pending = extensions.get::<Pending>().cloned().unwrap_or_default();
        Some(Self { forged, token, pending })
    }

    /// # Errors
    ///
    /// 403 if the request may come from another site's page.
    pub(super) fn check(&self) -> Result<(), Error> {
        self.forged.clone().map_or(Ok(()), |denial| Err(Error::refused(denial)))
    }

    /// The token that was sent, if it was one.
    pub(super) fn sent(&self) -> Option<&str> {
        match &self.token {
            Token::One(token) => Some(token),
            Token::None | Token::Several => None,
        }
    }

    /// The token that was sent.
    ///
    /// # Errors
    ///
    /// If there is none, or nobody can tell which.
    pub(super) fn one(&self) -> Result<&str, Refusal> {
        match &self.token {
            Token::One(token) => Ok(token),
            Token::None => Err(Refusal::Request("there is no cookie with a refresh token")),
            Token::Several => Err(Refusal::Request("there are several cookies of one name")),
        }
    }

    pub(super) fn keep(&self, shape: &Shape, response: &TokenResponse) -> Result<(), Error> {
        let cookie = shape.keep(response.refresh_token(), response.kept_for);
        let cookie = cookie.map_err(|_| Error::internal("the cookie cannot be written"))?;
        *self.pending.lock() = Some(Change::Keep(cookie));
        Ok(())
    }

    pub(super) fn forget(&self, shape: &Shape) -> Result<(), Error> {
        let cookie = shape.clear();
        let cookie = cookie.ok_or_else(|| Error::internal("the cookie cannot be written"))?;
        *self.pending.lock() = Some(Change::Forget(cookie));
        Ok(())
    }
}

impl Pending {
    fn lock(&self) -> MutexGuard<'_, Option<Change>> {
        // No step of a change can panic half-way.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes a login back: the handler has failed after all, whatever the answer will look like.
    pub(crate) fn fail(request: &HttpRequest) {
        if let Some(pending) = request.extensions().get::<Self>() {
            pending.lock().take_if(|change| matches!(change, Change::Keep(_)));
        }
    }

    /// Puts into a response what its handler has done. An error promises nobody a login.
    pub(crate) fn settle(mut response: ServiceResponse) -> ServiceResponse {
        let pending = response.request().extensions_mut().remove::<Self>();
        let Some(change) = pending.and_then(|pending| pending.lock().take()) else {
            return response;
        };
        let status = response.status();
        let failed = status.is_client_error() || status.is_server_error();
        let cookie = match change {
            Change::Keep(_) if failed => return response,
            Change::Keep(cookie) | Change::Forget(cookie) => cookie,
        };
        let headers = response.headers_mut();
        headers.append(SET_COOKIE, cookie);
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }
}

impl fmt::Debug for Browser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Browser(..)")
    }
}
