//! Logins, as an argument of handlers and outside of them.

use std::fmt;
use std::sync::Arc;

use super::browser::Browser;
use super::families::{End, Families};
use super::login::{Login, family};
use super::privileges::UserPrivileges;
use super::response::TokenResponse;
use super::standing::{Standing, standing};
use super::token::RefreshToken;
use crate::cookies::Shape;
use crate::error::Error;
use crate::gate::Shared;
use crate::privileges::UserId;

/// In characters. No store refuses what is left.
const LONGEST_LABEL: usize = 128;

/// Begins and ends logins, each of which is a family of refresh tokens: an argument of handlers,
/// or [`Portcullis::logins`](crate::Portcullis::logins).
///
/// ```
/// use portcullis::{Error, Logins, TokenResponse, endpoint};
///
/// #[endpoint(post = "/api/login", anonymous)]
/// async fn login(logins: Logins) -> Result<TokenResponse, Error> {
///     // … check the password …
///     logins
///         .issue("user-id-001", |user| {
///             user.roles(["Admin", "Manager"])
///                 .permission("Update_Something")
///                 .claim("UserId", "user-id-001")
///         })
///         .await
/// }
/// ```
#[derive(Clone)]
pub struct Logins {
    pub(super) shared: Arc<Shared>,
    label: Option<String>,
    /// Whose request it is, if refresh tokens are in cookies.
    pub(super) browser: Option<Browser>,
}

impl Logins {
    pub(crate) fn new(shared: Arc<Shared>) -> Self {
        Self { shared, label: None, browser: None }
    }

    /// What the next login is called in lists: the name of a device, for example. Control
    /// characters are left out, and 128 characters are kept: clients choose it as a rule.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        let label = label.into();
        let kept = label.chars().filter(|character| !character.is_control());
        self.label = Some(kept.take(LONGEST_LABEL).collect());
        self
    }

    /// Begins a login of a user: a first access token that says this, and a refresh token. The
    /// subject is unique for the issuer of the scheme that signs.
    ///
    /// # Errors
    ///
    /// 503 if the store or a hook cannot be asked; 403 if a hook says no; 500 if the token cannot
    /// be signed ([`Token::sign`](crate::Token::sign)), or if there is no
    /// `Builder::refresh_tokens`. There is no login then.
    pub async fn issue(
        &self,
        subject: impl Into<String>,
        privileges: impl FnOnce(UserPrivileges) -> UserPrivileges,
    ) -> Result<TokenResponse, Error> {
        let privileges = privileges(UserPrivileges::new());
        let (families, label) = (self.families()?, self.label.clone());
        let browser = self.browser(families)?;
        let response = families.issue(&self.shared, subject.into(), privileges, label).await?;
        if let Some((browser, shape)) = browser {
            // The one that the browser has had is not to be had any more.
            self.end_sent(browser).await?;
            browser.keep(shape, &response)?;
        }
        Ok(response)
    }

    /// A user of the scheme that signs, as the other methods ask for one: its issuer and this
    /// subject, as in [`UserId::of`] its caller.
    ///
    /// # Errors
    ///
    /// 500 if there is no `Builder::refresh_tokens`.
    pub fn user(&self, subject: impl Into<String>) -> Result<UserId, Error> {
        Ok(self.families()?.user(subject))
    }

    /// The logins of a user, the oldest first.
    ///
    /// # Errors
    ///
    /// 503 if the store cannot be asked.
    pub async fn list(&self, user: &UserId) -> Result<Vec<Login>, Error> {
        let families = self.families()?;
        let found = families.store.list(user, families.now()).await;
        let found = found.map_err(Error::unavailable)?;
        Ok(found.iter().map(|(id, family)| Login::new(id, family)).collect())
    }

    /// Ends the login of this user with this `sid`. Whether there was one. Access tokens live on
    /// for as long as they are good, unless the set-up has `Builder::revocations`.
    ///
    /// # Errors
    ///
    /// 503 if the store cannot be asked. The login may then go on.
    pub async fn end(&self, user: &UserId, sid: &str) -> Result<bool, Error> {
        let families = self.families()?;
        let Some(id) = family(sid) else {
            return Ok(false);
        };
        match families.find(&id).await? {
            Some(family) if family.user == *user => {
                Ok(!families.end(&self.shared, End::One(id)).await?.is_empty())
            }
            Some(_) | None => Ok(false),
        }
    }

    /// Ends every login of a user that has begun. How many there were.
    ///
    /// # Errors
    ///
    /// 503 if the store cannot be asked. Some of them may then have ended.
    pub async fn end_all(&self, user: &UserId) -> Result<usize, Error> {
        Ok(self.families()?.end(&self.shared, End::AllOf(user)).await?.len())
    }

    /// Ends the login of a refresh token, as a client may ask for (RFC 7009): the current one, or
    /// one that was used a moment ago. One that was used before ends it too, and is logged.
    /// Whether a login has ended.
    ///
    /// # Errors
    ///
    /// 503 if the store cannot be asked. The login may then go on.
    pub async fn end_token(&self, token: &str) -> Result<bool, Error> {
        let families = self.families()?;
        let Some(token) = RefreshToken::parse(token.as_bytes()) else {
            return Ok(false);
        };
        let (id, now) = (token.id(), families.now());
        let Some(family) = families.find(&id).await? else {
            return Ok(false);
        };
        match standing(&family.rotation, &token.hash(), now) {
            Standing::Current | Standing::Spent(_) => {
                Ok(!families.end(&self.shared, End::One(id)).await?.is_empty())
            }
            Standing::Reused => families.end_reused(&self.shared, id, &family.user).await,
        }
    }

    /// The login of a refresh token that could be used now (RFC 7662). Nothing is consumed, and
    /// nothing ends.
    ///
    /// # Errors
    ///
    /// 503 if the store cannot be asked.
    pub async fn look_up(&self, token: &str) -> Result<Option<Login>, Error> {
        let families = self.families()?;
        let Some(token) = RefreshToken::parse(token.as_bytes()) else {
            return Ok(None);
        };
        let (id, now) = (token.id(), families.now());
        let current = families
            .find(&id)
            .await?
            .filter(|family| standing(&family.rotation, &token.hash(), now) == Standing::Current);
        #[cfg(feature = "revocation")]
        if let Some(family) = &current
            && families.is_revoked(&self.shared, &id, family)?
        {
            return Ok(None);
        }
        Ok(current.map(|family| Login::new(&id, &family)))
    }

    /// The browser that is calling, if refresh tokens are in cookies; and the shape of its cookie.
    ///
    /// # Errors
    ///
    /// 403 if the request may be forged, 500 if there is none.
    pub(super) fn browser<'a>(
        &'a self,
        families: &'a Families,
    ) -> Result<Option<(&'a Browser, &'a Shape)>, Error> {
        match (&families.cookie, &self.browser) {
            (None, _) => Ok(None),
            (Some(shape), Some(browser)) => {
                browser.check()?;
                Ok(Some((browser, shape)))
            }
            (Some(_), None) => Err(Error::internal(
                "refresh tokens are in cookies, so that logins are begun and ended by handlers",
            )),
        }
    }

    pub(super) async fn end_sent(&self, browser: &Browser) -> Result<bool, Error> {
        match browser.sent() {
            Some(token) => self.end_token(token).await,
            None => Ok(false),
        }
    }

    pub(super) fn families(&self) -> Result<&Families, Error> {
        let families = self.shared.refresh.as_deref();
        families.ok_or_else(|| {
            Error::internal("there are no refresh tokens: add `.refresh_tokens(…)` to the set-up")
        })
    }
}

impl fmt::Debug for Logins {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Logins").field("label", &self.label).finish_non_exhaustive()
    }
}
