//! Routes that meet: two endpoints on one verb and path, and paths of which neither is the more
//! specific one.

use std::collections::BTreeMap;

use actix_web::dev::ResourceDef;

use super::routes::Draft;
use crate::endpoint::Endpoint;
use crate::problem::Problem;
use crate::routing::{Pattern, conflicts};
use crate::verb::Verb;

/// Finds routes that cannot be told apart.
pub(super) fn check(drafts: &[Draft], problems: &mut Vec<Problem>) {
    let mut paths = BTreeMap::<String, (Pattern, &Draft)>::new();
    let mut served = BTreeMap::<(String, Verb), &Draft>::new();
    for draft in drafts.iter().filter(|draft| !draft.endpoint.manual) {
        let pattern = Pattern::parse(&draft.path);
        let key = pattern.anonymous().to_owned();
        if let Some(first) = served.insert((key.clone(), draft.verb), draft) {
            problems.push(twice(first, draft));
        }
        paths.entry(key).or_insert((pattern, draft));
    }
    let read = |(pattern, draft): &(Pattern, &Draft)| {
        (pattern.clone(), ResourceDef::new(draft.path.as_ref()))
    };
    let patterns = paths.values().map(read).collect::<Vec<_>>();
    let drafts = paths.values().map(|(_, draft)| *draft).collect::<Vec<_>>();
    for (one, other, path) in conflicts(&patterns) {
        if let (Some(one), Some(other)) = (drafts.get(one), drafts.get(other)) {
            problems.push(incomparable(one, other, &path));
        }
    }
}

fn twice(first: &Draft, second: &Draft) -> Problem {
    let (verb, path) = (second.verb, &second.path);
    second.endpoint.problem(format!(
        "{} serves `{verb} {path}`, which {} serves too",
        second.endpoint,
        placed(first.endpoint),
    ))
}

fn incomparable(one: &Draft, other: &Draft, path: &str) -> Problem {
    other.endpoint.problem(format!(
        "`{}` of {} and `{}` of {} both match `{path}`, and neither is more specific; \
         change one of the two",
        other.path,
        other.endpoint,
        one.path,
        placed(one.endpoint),
    ))
}

fn placed(endpoint: &Endpoint) -> String {
    format!("{endpoint} at {}:{}", endpoint.file, endpoint.line)
}
