//! What revocations and logins have to do with each other: who ends a login revokes its access
//! tokens, and whoever is revoked gets no new ones.

use std::time::Duration;

use super::families::{End, Families};
use super::login::{family, sid};
use super::spans::time;
use crate::error::Error;
use crate::gate::Shared;
use crate::principal::Principal;
use crate::problem::Problem;
use crate::revocation::Standing;
use crate::store::{FamilyId, StoredFamily};

/// For so long a login may go on handing out access tokens that is about to end: far longer than
/// any store takes.
const MEANWHILE: Duration = Duration::from_secs(60);

impl Families {
    /// Revokes the access tokens of what is about to end. Before it ends: an ended login is found
    /// no more, so whoever is to try again after an outage could not.
    ///
    /// # Errors
    ///
    /// If a store cannot be asked.
    pub(super) async fn revoke_before(&self, shared: &Shared, what: &End<'_>) -> Result<(), Error> {
        if shared.revocations.is_none() {
            return Ok(());
        }
        match what {
            End::One(id) => self.revoke(shared, &[*id]).await,
            End::AllOf(user) => {
                let found = self.store.list(user, self.now()).await;
                let found = found.map_err(Error::unavailable)?;
                let ids = found.into_iter().map(|(id, _)| id).collect::<Vec<_>>();
                self.revoke(shared, &ids).await
            }
        }
    }

    /// Why a promise of how long credentials last is not kept: revocations of users vanish after
    /// that time, and a login must not outlive them.
    pub(crate) fn outlive(&self, promised: Duration) -> Option<Problem> {
        (self.spans.absolute > promised).then(|| {
            Problem::new(format!(
                "the refresh tokens: a login lasts longer than `Opening::longest_life` promises, \
                 which is {} s; promise more, or set `RefreshTokens::absolute`",
                promised.as_secs()
            ))
        })
    }

    /// Revokes the access tokens of logins.
    ///
    /// # Errors
    ///
    /// If the store of revocations cannot be asked.
    pub(super) async fn revoke(&self, shared: &Shared, ids: &[FamilyId]) -> Result<(), Error> {
        let Some(revocations) = &shared.revocations else { return Ok(()) };
        let leeway = self.scheme.judge.as_ref().map(|judge| judge.leeway()).unwrap_or_default();
        let left = self.spans.access.saturating_add(leeway).saturating_add(MEANWHILE);
        let until = time(self.now().saturating_add(left.as_secs()));
        for id in ids {
            revocations.revoke_session(&self.issuer, &sid(id), Some(until)).await?;
        }
        Ok(())
    }

    /// Revokes the access tokens of a caller's login that is not there any more: they may outlive
    /// it, by the leeway at least.
    ///
    /// # Errors
    ///
    /// If the store of revocations cannot be asked.
    pub(super) async fn revoke_late(
        &self,
        shared: &Shared,
        caller: &Principal,
    ) -> Result<(), Error> {
        let sid = caller.claim_as::<Box<str>>("sid");
        match sid.and_then(|sid| family(&sid)) {
            // What others call a session is theirs.
            Some(id) if caller.issued_by() == self.issuer => self.revoke(shared, &[id]).await,
            Some(_) | None => Ok(()),
        }
    }

    /// Whether a login counts no more: it, or everything of its user that is as old, was revoked.
    ///
    /// # Errors
    ///
    /// If what is known of revocations is too old.
    pub(super) fn is_revoked(
        &self,
        shared: &Shared,
        id: &FamilyId,
        family: &StoredFamily,
    ) -> Result<bool, Error> {
        let Some(revocations) = &shared.revocations else { return Ok(false) };
        let user = &family.user;
        let login = Principal::new(user.id()).issuer(user.issuer());
        let login = login.claim("sid", sid(id)).claim("iat", family.since);
        match revocations.standing(&login.expires(time(family.ends))) {
            Standing::Good => Ok(false),
            // Begun when logins lasted longer: its revocation may be forgotten.
            Standing::Revoked | Standing::LivesTooLong => Ok(true),
            Standing::Unknown => Err(Error::unavailable("what is known of revocations is too old")),
        }
    }
}
