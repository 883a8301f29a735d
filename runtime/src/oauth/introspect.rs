//! A question what a token is worth (RFC 7662).

use std::fmt;
use std::sync::Arc;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use futures_util::FutureExt;
use futures_util::future::LocalBoxFuture;

use super::form::{Form, Hint};
use super::introspection::Introspection;
use super::verify::{Bearer, Verified, shared};
use crate::answer::Cause;
use crate::error::Error;
use crate::gate::Shared;
use crate::principal::Principal;
use crate::refresh::Logins;
use crate::revocation::Standing;

#[doc = include_str!("../../docs/introspection_request.md")]
pub struct IntrospectionRequest {
    form: Form,
    shared: Arc<Shared>,
    claims: Vec<String>,
}

impl IntrospectionRequest {
    /// Tells these claims of access tokens too, where they are present: `roles`, for example.
    #[must_use]
    pub fn claims<N: Into<String>>(mut self, names: impl IntoIterator<Item = N>) -> Self {
        self.claims.extend(names.into_iter().map(Into::into));
        self
    }

    /// What the token is worth now. One that is forged, over, revoked, of somebody else or no
    /// token at all is not active, and nothing tells which.
    ///
    /// # Errors
    ///
    /// 503 if a store cannot be asked, or what is known of revocations is too old.
    pub async fn introspect(self) -> Result<Introspection, Error> {
        let found = match self.form.hint {
            Some(Hint::RefreshToken) => match self.refresh_token().await? {
                Some(found) => Some(found),
                None => self.access_token()?,
            },
            Some(Hint::AccessToken) | None => match self.access_token()? {
                Some(found) => Some(found),
                None => self.refresh_token().await?,
            },
        };
        Ok(found.unwrap_or_else(Introspection::inactive))
    }

    fn access_token(&self) -> Result<Option<Introspection>, Error> {
        let verified = Verified::by(&self.shared, &self.form.token);
        let Some(bearer) = verified.bearers.into_iter().find(Bearer::is_ours) else {
            return Ok(None);
        };
        let counts = self.counts(&bearer.caller)?;
        Ok(counts.then(|| Introspection::of_access(&bearer.caller, &self.claims)))
    }

    async fn refresh_token(&self) -> Result<Option<Introspection>, Error> {
        if self.shared.refresh.is_none() {
            return Ok(None);
        }
        let login = Logins::new(Arc::clone(&self.shared)).look_up(&self.form.token).await?;
        Ok(login.map(|login| Introspection::of_refresh(&login)))
    }

    /// Whether nobody has revoked the caller.
    fn counts(&self, caller: &Principal) -> Result<bool, Error> {
        let Some(revocations) = &self.shared.revocations else { return Ok(true) };
        match revocations.standing(caller) {
            Standing::Good => Ok(true),
            Standing::Revoked | Standing::LivesTooLong => Ok(false),
            Standing::Unknown => Err(Error::unavailable("what is known of revocations is too old")),
        }
    }
}

impl FromRequest for IntrospectionRequest {
    type Error = actix_web::Error;
    type Future = LocalBoxFuture<'static, Result<Self, actix_web::Error>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, payload) = (request.clone(), payload.take());
        async move {
            let (shared, caller) = shared(&request, "IntrospectionRequest")?;
            // To a stranger it would tell which tokens that were stolen are worth something
            // (RFC 7662 §2.1, §4).
            caller.ok_or_else(|| Error::denied(Cause::Unauthenticated))?;
            let form = Form::of(&request, payload).await?;
            Ok(Self { form, shared, claims: Vec::new() })
        }
        .boxed_local()
    }
}

/// Quotes no token.
impl fmt::Debug for IntrospectionRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IntrospectionRequest")
            .field("form", &self.form)
            .field("claims", &self.claims)
            .finish_non_exhaustive()
    }
}
