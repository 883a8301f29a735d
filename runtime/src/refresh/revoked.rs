//! What becomes of the access tokens of families that end: they end too, where the set-up has
//! revocations.

use std::time::{Duration, SystemTime};

use super::families::{End, Families};
use super::login::sid;
use crate::error::Error;
use crate::revocation::Revocations;
use crate::store::FamilyId;

/// How long a store may take to end a family, within which another token may be signed.
const MARGIN: Duration = Duration::from_secs(60);

impl Families {
    /// From now on the access tokens of families that end are revoked.
    pub(crate) fn revoke_by(&self, revocations: &Revocations) {
        // Told once, at start-up.
        let _already = self.revocations.set(revocations.clone());
    }

    /// Before the family: whoever is told that it failed tries again, and finds the family.
    pub(super) async fn before_end(&self, what: &End<'_>) -> Result<(), Error> {
        match (self.revocations.get(), what) {
            (Some(revocations), End::One(id)) => self.revoke(revocations, id).await,
            (Some(_), End::AllOf(_)) | (None, _) => Ok(()),
        }
    }

    /// After the families: whatever was signed for them was signed by now. By their names too,
    /// since another server's clock may be ahead.
    pub(super) async fn after_end(&self, what: &End<'_>, ended: &[FamilyId]) -> Result<(), Error> {
        let (Some(revocations), End::AllOf(user)) = (self.revocations.get(), what) else {
            return Ok(());
        };
        revocations.revoke_user(user).await?;
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
}
