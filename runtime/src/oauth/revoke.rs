//! A request that a token shall be worth nothing any more (RFC 7009).

use std::fmt;
use std::sync::Arc;

use actix_web::dev::Payload;
use actix_web::http::header::{CACHE_CONTROL, PRAGMA};
use actix_web::{FromRequest, HttpRequest, HttpResponse, ResponseError};
use futures_util::FutureExt;
use futures_util::future::LocalBoxFuture;

use super::form::{Form, Hint};
use super::refused::Refused;
use super::verify::{Verified, shared};
use crate::error::Error;
use crate::gate::Shared;
use crate::refresh::Logins;
use crate::revocation::Revocations;

#[doc = include_str!("../../docs/revocation_request.md")]
pub struct RevocationRequest {
    form: Form,
    shared: Arc<Shared>,
}

/// What has become of a token of one kind.
enum Outcome {
    /// It is none of this kind, or worth nothing already.
    Unknown,
    Revoked,
    Refused(Refused),
}

impl RevocationRequest {
    /// Revokes the token: a refresh token with its login and all access tokens of that, an access
    /// token alone. A token that is unknown, forged or over is answered just the same, with 200.
    /// Once this is answered, this process refuses the token; others do within the bound of
    /// [`Revocations`].
    ///
    /// # Errors
    ///
    /// 503 if a store cannot be asked: the client is to try again. The token may then be revoked.
    pub async fn revoke(self) -> Result<HttpResponse, Error> {
        let order = match self.form.hint {
            Some(Hint::AccessToken) => [Hint::AccessToken, Hint::RefreshToken],
            Some(Hint::RefreshToken) | None => [Hint::RefreshToken, Hint::AccessToken],
        };
        for kind in order {
            let outcome = match kind {
                Hint::AccessToken => self.revoke_access().await?,
                Hint::RefreshToken => self.revoke_refresh().await?,
            };
            match outcome {
                Outcome::Unknown => {}
                Outcome::Revoked => break,
                Outcome::Refused(refused) => return Ok(refused.error_response()),
            }
        }
        let mut response = HttpResponse::Ok();
        response.insert_header((CACHE_CONTROL, "no-store")).insert_header((PRAGMA, "no-cache"));
        Ok(response.finish())
    }

    async fn revoke_refresh(&self) -> Result<Outcome, Error> {
        if self.shared.refresh.is_none() {
            return Ok(Outcome::Unknown);
        }
        let logins = Logins::new(Arc::clone(&self.shared));
        let ended = logins.end_token(&self.form.token).await?;
        Ok(if ended { Outcome::Revoked } else { Outcome::Unknown })
    }

    async fn revoke_access(&self) -> Result<Outcome, Error> {
        let verified = Verified::by(&self.shared, &self.form.token);
        if verified.not_yet {
            // Said to be revoked now, it would be let in in a moment.
            return Err(Error::unavailable("a token that is not valid yet was to be revoked"));
        }
        let mut outcome = Outcome::Unknown;
        for bearer in &verified.bearers {
            let id = bearer.caller.claim_as::<String>("jti");
            if id.is_none_or(|id| id.is_empty()) {
                return Ok(Outcome::Refused(Refused::TokenType("the token has no id")));
            }
            self.revocations()?.revoke_token_of(&bearer.caller).await?;
            outcome = Outcome::Revoked;
        }
        Ok(outcome)
    }

    fn revocations(&self) -> Result<&Revocations, Error> {
        self.shared.revocations.as_ref().ok_or_else(|| {
            Error::internal("there are no revocations: add `.revocations(…)` to the set-up")
        })
    }
}

impl FromRequest for RevocationRequest {
    type Error = actix_web::Error;
    type Future = LocalBoxFuture<'static, Result<Self, actix_web::Error>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, payload) = (request.clone(), payload.take());
        async move {
            let (shared, _) = shared(&request, "RevocationRequest")?;
            Ok(Self { form: Form::of(&request, payload).await?, shared })
        }
        .boxed_local()
    }
}

/// Quotes no token.
impl fmt::Debug for RevocationRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RevocationRequest").field("form", &self.form).finish_non_exhaustive()
    }
}
