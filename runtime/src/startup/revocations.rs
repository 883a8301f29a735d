//! Whether there are revocations where handlers take them.

use std::any::TypeId;

use super::routes::Draft;
use crate::problem::Problem;
use crate::revocation::Revocations;

pub(super) fn check(drafts: &[Draft], given: Option<&Revocations>, problems: &mut Vec<Problem>) {
    if given.is_some() {
        return;
    }
    let wanted = TypeId::of::<Revocations>();
    let takers = drafts.iter().map(|draft| draft.endpoint);
    let takers = takers.filter(|endpoint| endpoint.arguments.contains(&wanted));
    problems.extend(takers.map(|endpoint| {
        endpoint.problem(format!(
            "{endpoint} takes `Revocations`, and the set-up has none; add `.revocations(…)`"
        ))
    }));
}
