//! What keeps the logins of an instance: the part that login, renewal and log-out share.

use std::fmt;
use std::sync::Arc;

use super::hooks::{Hooks, Outcome};
use super::login::sid;
use super::not_issued::NotIssued;
use super::privileges::UserPrivileges;
use super::response::TokenResponse;
use super::spans::{Spans, seconds};
use super::token::RefreshToken;
use crate::cookies::Shape;
use crate::error::Error;
use crate::gate::Shared;
use crate::privileges::UserId;
use crate::random::Random;
use crate::scheme::Registered;
use crate::store::{FamilyId, RefreshStore, Span, StoredFamily};
use crate::tokens::Tokens;

pub(crate) struct Families {
    pub(super) store: Arc<dyn RefreshStore>,
    pub(super) service: Box<dyn Hooks>,
    pub(super) spans: Spans,
    /// It signs the access tokens.
    pub(super) scheme: Arc<Registered>,
    /// Who vouches for the users of that scheme.
    pub(super) issuer: String,
    /// Where refresh tokens are, if not in bodies.
    pub(super) cookie: Option<Shape>,
}

/// Which families end.
pub(super) enum End<'a> {
    One(FamilyId),
    AllOf(&'a UserId),
}

impl Families {
    /// The user of this subject, as access tokens name it.
    pub(super) fn user(&self, subject: impl Into<String>) -> UserId {
        UserId::new(self.issuer.clone(), subject)
    }

    /// The issuer that access tokens name, if they name one.
    #[cfg(feature = "oauth")]
    pub(crate) fn named_issuer(&self) -> Option<&str> {
        self.scheme.issuer.as_ref()?.issuer.as_deref()
    }

    /// In seconds since 1970.
    pub(super) fn now(&self) -> u64 {
        seconds(self.scheme.setup.clock().now())
    }

    pub(super) fn random(&self) -> &dyn Random {
        &**self.scheme.setup.random()
    }

    /// The family of this id, unless it is over. Those of another issuer that keeps its own in
    /// the same store are nobody's here.
    ///
    /// # Errors
    ///
    /// If the store cannot be asked.
    pub(super) async fn find(&self, id: &FamilyId) -> Result<Option<StoredFamily>, Error> {
        let found = self.store.find(id, self.now()).await.map_err(Error::unavailable)?;
        Ok(found.filter(|family| family.user.issuer() == self.issuer))
    }

    /// Ends families: the only way in which one does before its time. Says which have ended. Their
    /// access tokens are revoked if the set-up has revocations; they live on otherwise, for as
    /// long as they are good.
    ///
    /// # Errors
    ///
    /// If a store cannot be asked. Some of them may then have ended.
    pub(super) async fn end(&self, shared: &Shared, what: End<'_>) -> Result<Vec<FamilyId>, Error> {
        #[cfg(feature = "revocation")]
        self.revoke_before(shared, &what).await?;
        #[cfg(not(feature = "revocation"))]
        let _ = shared;
        let ended = match what {
            End::AllOf(user) => self.store.end_all(user).await,
            End::One(id) => {
                let ended = self.store.end(&id).await;
                ended.map(|ended| if ended { vec![id] } else { Vec::new() })
            }
        };
        let ended = ended.map_err(Error::unavailable)?;
        // Some may have begun in between.
        #[cfg(feature = "revocation")]
        if let End::AllOf(_) = what {
            self.revoke(shared, &ended).await?;
        }
        Ok(ended)
    }

    /// Ends a family one of whose tokens was used again: two have it, and one is a thief.
    ///
    /// # Errors
    ///
    /// If the store cannot be asked. The family may then go on.
    pub(super) async fn end_reused(
        &self,
        shared: &Shared,
        id: FamilyId,
        user: &UserId,
    ) -> Result<bool, Error> {
        let ended = self.end(shared, End::One(id)).await?;
        // Of those that come at once, one tells.
        if !ended.is_empty() {
            tracing::warn!(
                target: "portcullis::refresh",
                {
                    event.name = "authn_token_reuse",
                    user.hash = shared.telemetry.users.of_user(user),
                    session.id = sid(&id),
                },
                "a refresh token was used again, and its login has ended",
            );
        }
        Ok(!ended.is_empty())
    }

    /// An access token, with the refresh token that goes with it.
    pub(super) fn pair(
        &self,
        shared: &Arc<Shared>,
        user: &UserId,
        privileges: &UserPrivileges,
        refresh: &RefreshToken,
        login: Span,
    ) -> Result<TokenResponse, Error> {
        let left = login.until.saturating_sub(self.now());
        let lifetime = self.spans.access.as_secs().min(left);
        let tokens = Tokens::new(Arc::clone(shared)).scheme(self.scheme.setup.name());
        let token = privileges.put_into(tokens.subject(user.id()));
        let token = token.session(sid(&refresh.id()), login.since);
        let access = token.expires_in(std::time::Duration::from_secs(lifetime)).sign()?;
        let mut response = TokenResponse::new(access, lifetime, &refresh.text());
        response.is_in_cookie = self.cookie.is_some();
        response.kept_for = self.spans.idle.as_secs().min(left);
        response.scope = (!privileges.scopes.is_empty()).then(|| privileges.scopes.join(" "));
        Ok(response)
    }
}

/// What a hook of a login has said, as the answer to the login.
pub(super) fn at_login<T>(outcome: Outcome<T>) -> Result<T, Error> {
    outcome?.map_err(|not_issued| match not_issued {
        NotIssued::Refused | NotIssued::Withdrawn => Error::denied(crate::Cause::Forbidden),
        NotIssued::Unavailable(cause) => Error::unavailable(cause),
    })
}

impl fmt::Debug for Families {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Families")
            .field("store", &self.store)
            .field("spans", &self.spans)
            .field("scheme", &self.scheme.setup.name())
            .finish_non_exhaustive()
    }
}
