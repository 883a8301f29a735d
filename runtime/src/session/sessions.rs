//! Signing in and out, as an argument of a handler.

use std::fmt;
use std::future::{Ready, ready};
use std::sync::Arc;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};

use super::Keeper;
use crate::csrf;
use crate::error::Error;
use crate::gate::{Entered, Shared};
use crate::principal::Principal;

/// Signs browsers in and out: an argument of handlers. The guard adds the cookie to the
/// response, with `Cache-Control: no-store`.
///
/// It is the session of the default scheme, or of the only scheme that keeps sessions;
/// [`Sessions::scheme`] chooses another. On verbs that change something the request must come
/// from a page of the application, as [`Csrf`](crate::Csrf) says: a stranger's page could sign
/// the user in as somebody else. On `GET`, which has no such check, sign in only what came back
/// from an identity provider with the `state` that was sent.
///
/// ```
/// use portcullis::{Error, Principal, Sessions, endpoint};
///
/// #[endpoint(post = "/sign-in", anonymous)]
/// async fn sign_in(sessions: Sessions) -> Result<&'static str, Error> {
///     // … check the password …
///     sessions.sign_in(Principal::new("ada").role("Admin")).await?;
///     Ok("welcome")
/// }
///
/// #[endpoint(post = "/sign-out", anonymous)]
/// async fn sign_out(sessions: Sessions) -> Result<&'static str, Error> {
///     sessions.sign_out().await?;
///     Ok("good-bye")
/// }
/// ```
#[derive(Clone)]
pub struct Sessions {
    request: HttpRequest,
    shared: Arc<Shared>,
    scheme: Option<String>,
}

impl Sessions {
    /// The sessions of this scheme.
    #[must_use]
    pub fn scheme(mut self, name: impl Into<String>) -> Self {
        self.scheme = Some(name.into());
        self
    }

    /// Begins a session for a user, with these roles, permissions, scopes and claims, in place
    /// of the one that the browser has: that one ends. It lasts as long as the scheme's
    /// [`Limits`](crate::Limits) say, and not beyond [`Principal::expires`], which for the caller
    /// of a session is its absolute limit. The caller of its
    /// requests has the claims `sid`, which names the session, and `iat`, when it began.
    ///
    /// The user stays known by the issuer of the principal. A handler that fails with an
    /// [`Error`], and a response with a status of 400 or more, promise no session.
    ///
    /// What [`transform`](crate::IntoScheme::transform) and
    /// [`privileges`](crate::IntoScheme::privileges) have added to a caller is kept as the
    /// session's own if that caller is signed in, and stays when the database says otherwise
    /// later.
    ///
    /// # Errors
    ///
    /// 403 if the request may come from another site's page; 400 if it has more than eight session
    /// cookies; 503 if the store cannot be asked; 500 if the cookie would have more than 4096 bytes, if the principal has no subject, is
    /// over or belongs to another [`Portcullis`](crate::Portcullis), or if there is no such
    /// scheme. Nobody is signed in then.
    pub async fn sign_in(&self, principal: Principal) -> Result<(), Error> {
        self.keeper()?.sign_in(&self.request, &principal).await
    }

    /// Ends the session that the browser has, if it has one, and has the browser forget it. One
    /// that is sealed in its cookie ends for this browser alone.
    ///
    /// # Errors
    ///
    /// 403 if the request may come from another site's page; 400 if it has more than eight session
    /// cookies, or 503 if the store cannot be asked: the session may then go on. 500 if there is no such scheme.
    pub async fn sign_out(&self) -> Result<(), Error> {
        self.keeper()?.sign_out(&self.request).await
    }

    /// What keeps the sessions, for a request that was not forged.
    fn keeper(&self) -> Result<&Keeper, Error> {
        csrf::check(&self.request, &self.shared.csrf)
            .map_err(|refused| Error::refused(refused.denial()))?;
        self.registered()
    }

    fn registered(&self) -> Result<&Keeper, Error> {
        let schemes = &self.shared.schemes;
        if let Some(name) = &self.scheme {
            let named = schemes.iter().find(|scheme| scheme.setup.name() == name);
            let keeper = named.and_then(|scheme| scheme.keeper.as_deref());
            return keeper
                .ok_or_else(|| Error::internal(format!("no scheme `{name}` keeps sessions")));
        }
        let default = schemes.first().and_then(|scheme| scheme.keeper.as_deref());
        let mut keepers = schemes.iter().filter_map(|scheme| scheme.keeper.as_deref());
        match (default, keepers.next(), keepers.next()) {
            (Some(keeper), ..) | (None, Some(keeper), None) => Ok(keeper),
            (None, None, _) => Err(Error::internal("no scheme keeps sessions")),
            (None, Some(_), Some(_)) => Err(Error::internal(
                "several schemes keep sessions, and none is the default; choose one with \
                 `sessions.scheme`",
            )),
        }
    }
}

impl fmt::Debug for Sessions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sessions").field("scheme", &self.scheme).finish_non_exhaustive()
    }
}

impl FromRequest for Sessions {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(match Entered::of(request) {
            Some(entered) => Ok(Self {
                request: request.clone(),
                shared: Arc::clone(&entered.gate.checkpoint().shared),
                scheme: None,
            }),
            None => Err(Error::unguarded("Sessions", request.path())),
        })
    }
}
