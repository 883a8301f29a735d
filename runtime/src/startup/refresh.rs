//! What keeps logins, and whether there is anything where endpoints ask for it.

use std::any::TypeId;
use std::panic::Location;
use std::sync::Arc;

use super::routes::Draft;
use super::schemes::Schemes;
use crate::problem::Problem;
use crate::refresh::{Families, RefreshTokens, Signing};
#[cfg(feature = "revocation")]
use crate::revocation::Revocations;

impl Schemes {
    /// What keeps logins, with the scheme that signs their tokens.
    pub(super) fn refresh(
        &self,
        given: Vec<(RefreshTokens, &'static Location<'static>)>,
        default_is_chosen: bool,
        drafts: &[Draft],
        problems: &mut Vec<Problem>,
    ) -> Option<Arc<Families>> {
        if given.is_empty() {
            problems.extend(drafts.iter().filter_map(cannot_keep));
        }
        let some_failed = self.is_broken();
        let signing = Signing { schemes: &self.made, default_is_chosen, some_failed };
        Families::prepare(given, &signing, problems)
    }
}

/// Revocations of users must not be forgotten before the logins that they are about are over.
#[cfg(feature = "revocation")]
pub(super) fn outlives(families: &Families, revocations: &Revocations) -> Option<Problem> {
    let longest = revocations.longest_life()?;
    (families.absolute() > longest).then(|| {
        Problem::new(format!(
            "the refresh tokens: a login lasts longer than `Opening::longest_life` promises, which \
             is {} s; promise more, or set `RefreshTokens::absolute`",
            longest.as_secs()
        ))
    })
}

fn cannot_keep(draft: &Draft) -> Option<Problem> {
    let endpoint = draft.endpoint;
    endpoint.arguments.contains(&TypeId::of::<crate::Logins>()).then(|| {
        endpoint.problem(format!(
            "{endpoint} takes `Logins`, and nothing keeps logins; add \
             `.refresh_tokens(RefreshTokens::new(store, service))`"
        ))
    })
}
