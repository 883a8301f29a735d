//! Whether there are revocations where handlers take them, and they are kept for long enough.

use std::any::TypeId;

use super::routes::Draft;
use crate::problem::Problem;
#[cfg(all(feature = "refresh-tokens", feature = "_jwt"))]
use crate::refresh::Families;
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

#[cfg(all(feature = "refresh-tokens", feature = "_jwt"))]
pub(super) fn check_logins(
    logins: Option<&Families>,
    given: Option<&Revocations>,
    problems: &mut Vec<Problem>,
) {
    let promised = given.and_then(Revocations::longest_life);
    problems.extend(logins.zip(promised).and_then(|(logins, promised)| logins.outlive(promised)));
}
