//! What keeps logins, and whether there is anything where endpoints ask for it.

use std::any::TypeId;
use std::panic::Location;
use std::sync::Arc;

use super::routes::Draft;
use super::schemes::Schemes;
use crate::problem::Problem;
use crate::refresh::{Families, RefreshTokens, Signing};

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

fn cannot_keep(draft: &Draft) -> Option<Problem> {
    let endpoint = draft.endpoint;
    endpoint.arguments.contains(&TypeId::of::<crate::Logins>()).then(|| {
        endpoint.problem(format!(
            "{endpoint} takes `Logins`, and nothing keeps logins; add \
             `.refresh_tokens(RefreshTokens::new(store, service))`"
        ))
    })
}
