//! What users are loaded from, and whether every handler that takes one has it.

use std::panic::Location;

use super::routes::Draft;
use crate::problem::Problem;
use crate::registry::NEEDED;
use crate::user::{Source, Sources, UserSource};

/// The sources, each type once.
pub(super) fn collect(
    given: Vec<(UserSource, &'static Location<'static>)>,
    problems: &mut Vec<Problem>,
) -> Sources {
    for (at, (source, place)) in given.iter().enumerate() {
        if given.iter().take(at).any(|(earlier, _)| earlier.is_same_type(source)) {
            let message = "users are loaded from two values of one type; keep one `.users_from(…)`";
            problems.push(Problem::new(message).at_call(place));
        }
    }
    Sources::new(given.into_iter().map(|(source, _)| source))
}

/// Whether the routes, or the functions in their `authorize`, take users that cannot be loaded.
pub(super) fn check(drafts: &[Draft], sources: &Sources, problems: &mut Vec<Problem>) {
    for Draft { endpoint, .. } in drafts {
        let needed =
            NEEDED.iter().filter(|needed| endpoint.arguments.contains(&(needed.argument)()));
        for source in needed.filter_map(|needed| needed.source) {
            if !sources.has(&source) {
                let (user, source) = (source.user(), source.name());
                problems.push(endpoint.problem(format!(
                    "{endpoint} takes the user `{user}`, and there is no `{source}` to load it \
                     from; add `.users_from(…)`"
                )));
            }
        }
        for check in endpoint.checks {
            let mut missing = check.sources();
            missing.retain(|source| !sources.has(source));
            missing.sort_by_key(Source::user);
            missing.dedup_by_key(|source| source.user());
            problems.extend(missing.into_iter().map(|source| {
                let (asked, user, source) = (check.name, source.user(), source.name());
                endpoint.problem(format!(
                    "{endpoint} asks `{asked}`, which takes the user `{user}`, and there is no \
                     `{source}` to load it from; add `.users_from(…)`"
                ))
            }));
        }
    }
}
