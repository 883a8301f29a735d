//! What is legal and yet worth a second look.

#[cfg(feature = "_jwt")]
use std::sync::Arc;

use super::routes::Draft;
use crate::endpoint::{Endpoint, Notice};
use crate::problem::Problem;
#[cfg(feature = "_jwt")]
use crate::scheme::Registered;

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

/// Schemes that one secret makes one: whoever has a token of the one is let in by the other.
#[cfg(feature = "_jwt")]
pub(super) fn of_schemes(schemes: &[Arc<Registered>]) -> Vec<Problem> {
    let mut warnings = Vec::new();
    for (at, one) in schemes.iter().enumerate() {
        for other in schemes.iter().skip(at + 1) {
            let (Some(judge), Some(another)) = (&one.judge, &other.judge) else { continue };
            if judge.is_confused_with(another) {
                let (one, other) = (one.setup.name(), other.setup.name());
                warnings.push(Problem::new(format!(
                    "the schemes `{one}` and `{other}` share a secret, and one accepts tokens of \
                     the other; give each a secret of its own, or an `.issuer` and `.audience`"
                )));
            }
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
