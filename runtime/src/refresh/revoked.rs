//! What revocations and logins have to do with each other, where the set-up has both: the access
//! tokens of families that end are revoked, and whoever is revoked gets no new ones.

use std::time::{Duration, SystemTime};

use super::families::{End, Families};
use super::login::sid;
use crate::error::Error;
use crate::principal::Principal;
use crate::revocation::{Revocations, Standing};
use crate::store::{FamilyId, StoredFamily};

/// How long a store may take to end a family, within which another token may be signed.
const MARGIN: Duration = Duration::from_secs(60);

impl Families {
    /// From now on the access tokens of families that end are revoked.
    pub(crate) fn revoke_by(&self, revocations: &Revocations) {
        // Told once, at start-up.
        let _already = self.revocations.set(revocations.clone());
    }

    /// Before the families: whoever is told that it failed tries again, and finds them. Each by
    /// its name: revoked with everything of its user, whoever logs in again within the same
    /// second would be refused, as after a new password.
    pub(super) async fn before_end(&self, what: &End<'_>) -> Result<(), Error> {
        let Some(revocations) = self.revocations.get() else { return Ok(()) };
        match what {
            End::One(id) => self.revoke(revocations, id).await,
            End::AllOf(user) => {
                let found = self.store.list(user, self.now()).await;
                for (id, _) in found.map_err(Error::unavailable)? {
                    self.revoke(revocations, &id).await?;
                }
                Ok(())
            }
        }
    }

    /// After the families: some may have begun in between.
    pub(super) async fn after_end(&self, what: &End<'_>, ended: &[FamilyId]) -> Result<(), Error> {
        let (Some(revocations), End::AllOf(_)) = (self.revocations.get(), what) else {
            return Ok(());
        };
        for id in ended {
            self.revoke(revocations, id).await?;
        }
        Ok(())
    }

    async fn revoke(&self, revocations: &Revocations, id: &FamilyId) -> Result<(), Error> {
        revocations.revoke_session(&self.issuer, &sid(id), self.last_token_ends()).await
    }

    /// When the last access token is over that may be signed before a family has ended; `None`
    /// where that is too far to be told.
    fn last_token_ends(&self) -> Option<SystemTime> {
        let leeway = self.scheme.judge.as_ref().map_or(Duration::ZERO, |judge| judge.leeway());
        let now = self.scheme.setup.clock().now();
        now.checked_add(self.spans.access)?.checked_add(leeway)?.checked_add(MARGIN)
    }

    /// Whether a family counts no more: it, or everything of its user that is as old, was revoked.
    ///
    /// # Errors
    ///
    /// If what is known of revocations is too old.
    pub(super) fn is_revoked(&self, id: &FamilyId, family: &StoredFamily) -> Result<bool, Error> {
        let Some(revocations) = self.revocations.get() else { return Ok(false) };
        let user = &family.user;
        let login = Principal::new(user.id()).issuer(user.issuer());
        let login = login.claim("sid", sid(id)).claim("iat", family.since);
        match revocations.standing(&login) {
            // How long access tokens live is asked when one is shown.
            Standing::Good | Standing::LivesTooLong => Ok(false),
            Standing::Revoked => Ok(true),
            Standing::Unknown => Err(Error::unavailable("what is known of revocations is too old")),
        }
    }
}
