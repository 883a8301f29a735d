//! What counts no more before its time, and who is kept out for it.
//!
//! [`opening`] reads all there is · [`feed`] reads what is new · [`set`] what is known ·
//! [`keeper`] whom it keeps out

mod extract;
mod feed;
mod fingerprint;
mod keeper;
mod opening;
mod set;

use std::fmt;
use std::sync::Arc;
#[cfg(all(feature = "refresh-tokens", feature = "_jwt"))]
use std::time::Duration;
use std::time::SystemTime;

use keeper::{Keeper, second_of};

use crate::error::Error;
use crate::principal::Principal;
use crate::privileges::UserId;
use crate::store::{Revocable, Revocation, RevocationStore};

pub(crate) use fingerprint::{Fingerprint, Kind};
pub(crate) use keeper::Standing;
pub use opening::Opening;

#[doc = include_str!("../../docs/revocation.md")]
#[derive(Clone)]
pub struct Revocations(Arc<Keeper>);

impl Revocations {
    /// Reads all that is revoked, and from then on what is new, in a task of the tokio runtime
    /// that awaits this. That runtime must live as long as the server.
    ///
    /// # Errors
    ///
    /// If the store cannot be read.
    pub fn open(store: impl RevocationStore + 'static) -> Opening {
        Opening::new(Arc::new(store))
    }

    /// The same for a store that is shared.
    ///
    /// # Errors
    ///
    /// If the store cannot be read.
    pub fn open_shared(store: Arc<dyn RevocationStore>) -> Opening {
        Opening::new(store)
    }

    /// Revokes the token with this `jti` of an issuer ([`Principal::issued_by`]). Kept until a
    /// time, at which the token must have expired, leeway included; without one forever.
    ///
    /// # Errors
    ///
    /// If the store cannot be asked: 503. It may then be revoked, or be so only for a while.
    pub async fn revoke_token(
        &self,
        issuer: &str,
        jti: &str,
        until: Option<SystemTime>,
    ) -> Result<(), Error> {
        self.revoke(issuer, Revocable::Token(jti.to_owned()), until.map(second_of)).await
    }

    /// Revokes the token of this caller.
    ///
    /// # Errors
    ///
    /// If the caller was not found by a guard or has no `jti`: 500. If the store cannot be asked:
    /// 503.
    pub async fn revoke_token_of(&self, caller: &Principal) -> Result<(), Error> {
        let jti: Option<String> = caller.claim_as("jti");
        let jti = jti.ok_or_else(|| Error::internal("the caller has no `jti` to revoke"))?;
        self.revoke_token(issuer_of(caller)?, &jti, caller.credentials_end()).await
    }

    /// Revokes the session with this `sid` of an issuer, and every token of it. Kept until a
    /// time, at which nothing of the session may be left; without one forever.
    ///
    /// # Errors
    ///
    /// If the store cannot be asked: 503. It may then be revoked, or be so only for a while.
    pub async fn revoke_session(
        &self,
        issuer: &str,
        sid: &str,
        until: Option<SystemTime>,
    ) -> Result<(), Error> {
        self.revoke(issuer, Revocable::Session(sid.to_owned()), until.map(second_of)).await
    }

    /// Revokes the session of this caller: see [`Revocations::revoke_session`]. What a session of
    /// a cookie needs is [`Principal::expires_at`]. Not for less than the caller's credentials last.
    ///
    /// # Errors
    ///
    /// If the caller was not found by a guard or has no `sid`: 500. If the store cannot be asked:
    /// 503.
    pub async fn revoke_session_of(
        &self,
        caller: &Principal,
        until: Option<SystemTime>,
    ) -> Result<(), Error> {
        let sid: Option<String> = caller.claim_as("sid");
        let sid = sid.ok_or_else(|| Error::internal("the caller has no `sid` to revoke"))?;
        let until = until.map(|until| caller.credentials_end().map_or(until, |end| end.max(until)));
        self.revoke_session(issuer_of(caller)?, &sid, until).await
    }

    /// Revokes everything that was issued to a user up to now, this second included; and whatever
    /// does not say when it was issued (no `iat`), now and later. Whoever signs in within the
    /// same second is refused too.
    ///
    /// # Errors
    ///
    /// If the store cannot be asked: 503. The user may then be revoked, or be so only for a while.
    pub async fn revoke_user(&self, user: &UserId) -> Result<(), Error> {
        let up_to = self.0.now();
        let what = Revocable::User { id: user.id().to_owned(), up_to };
        self.revoke(user.issuer(), what, self.0.users_until(up_to)).await
    }

    /// How many revocations this process knows of, some of which may be over.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.set.len()
    }

    async fn revoke(&self, issuer: &str, what: Revocable, until: Option<u64>) -> Result<(), Error> {
        let until = until.map(|until| until.saturating_add(SKEW));
        let revocation = Revocation { issuer: issuer.to_owned(), what, until };
        self.0.revoke(revocation).await.map_err(Error::unavailable)
    }

    /// How long users who are revoked are remembered, if not for ever.
    #[cfg(all(feature = "refresh-tokens", feature = "_jwt"))]
    pub(crate) fn longest_life(&self) -> Option<Duration> {
        self.0.longest_life
    }

    pub(crate) fn standing(&self, caller: &Principal) -> Standing {
        self.0.standing(caller)
    }
}

/// Seconds by which the clocks of processes that share a store may differ: what one of them
/// forgets must not count for another one still.
const SKEW: u64 = 60;

/// Who vouches for a caller: nobody, before a guard has seen it.
fn issuer_of(caller: &Principal) -> Result<&str, Error> {
    match caller.issued_by() {
        "" => Err(Error::internal("nobody vouches for the caller who is to be revoked")),
        issuer => Ok(issuer),
    }
}

/// How many there are; who they are may be private.
impl fmt::Debug for Revocations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Revocations").field("count", &self.count()).finish_non_exhaustive()
    }
}
