//! What is legal and yet worth a second look.

use super::routes::Draft;
use crate::endpoint::{Endpoint, Notice};
use crate::problem::Problem;

/// The warnings about these routes, each once, in their order.
pub(super) fn of(drafts: &[Draft]) -> Vec<Problem> {
    let mut warnings = Vec::new();
    for draft in drafts {
        if let Some(warning) = dormant(draft.endpoint).filter(|one| !warnings.contains(one)) {
            warnings.push(warning);
        }
    }
    warnings
}

/// Requirements on an endpoint that everyone may call on every verb.
fn dormant(endpoint: &'static Endpoint) -> Option<Problem> {
    let open = endpoint.verbs().all(|verb| endpoint.anonymous.contains(&verb));
    let demands = endpoint.all_rules().next().is_some();
    let accepted = endpoint.accept.contains(&Notice::Dormant);
    (open && demands && !accepted).then(|| {
        endpoint.problem(format!(
            "everyone may call {endpoint}: it is anonymous on every verb, so its requirements \
             never apply"
        ))
    })
}
