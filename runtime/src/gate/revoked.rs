//! Whether a caller that a scheme has found still counts.

use actix_web::HttpRequest;

use super::Checkpoint;
use crate::answer::{Cause, Denial};
use crate::principal::Principal;
use crate::revocation::Standing;
use crate::scheme::{Registered, found_before};

impl Checkpoint {
    /// # Errors
    ///
    /// Why the caller does not: as for credentials that have expired. Where revocations are not
    /// known it cannot be said.
    pub(super) fn counts(
        &self,
        caller: &Principal,
        scheme: &Registered,
        request: &HttpRequest,
    ) -> Result<(), Denial> {
        let Some(revocations) = &self.shared.revocations else { return Ok(()) };
        let look = |caller: &Principal| judge(revocations.standing(caller), scheme);
        if scheme.amends {
            // Whatever was made of a caller: what it was made of must count, too.
            found_before(request, look)?;
        }
        look(caller)
    }
}

fn judge(standing: Standing, scheme: &Registered) -> Result<(), Denial> {
    match standing {
        Standing::Good => Ok(()),
        Standing::Revoked => Err(Denial::new(Cause::Rejected).explained("revoked")),
        Standing::LivesTooLong => {
            let name = scheme.setup.name();
            tracing::error!(
                "a caller of the scheme `{name}` may live longer than `Opening::longest_life` \
                 promises, and is refused"
            );
            Err(Denial::new(Cause::Rejected).explained("lives longer than was promised"))
        }
        Standing::Unknown => {
            Err(Denial::new(Cause::Unavailable).because("what is known of revocations is too old"))
        }
    }
}
