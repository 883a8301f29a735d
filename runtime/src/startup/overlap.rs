//! Routes that meet: two endpoints on one verb and path, and paths of which neither is the more
//! specific one.

use std::collections::BTreeMap;

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
    let drafts = paths.values().map(|(_, draft)| *draft).collect::<Vec<_>>();
    let patterns = paths.values().map(|(pattern, draft)| (pattern.clone(), draft.path.as_ref()));
    for conflict in conflicts(&patterns.collect::<Vec<_>>()) {
        let (one, other) = (drafts.get(conflict.one), drafts.get(conflict.other));
        if let (Some(one), Some(other)) = (one, other) {
            problems.push(incomparable(one, other, conflict.path.as_deref()));
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

fn incomparable(one: &Draft, other: &Draft, path: Option<&str>) -> Problem {
    let first = format!("`{}` of {}", one.path, placed(one.endpoint));
    let second = format!("`{}` of {}", other.path, other.endpoint);
    other.endpoint.problem(match path {
        Some(path) => format!(
            "{second} and {first} both match `{}`, and neither is more specific; change one of \
             the two",
            path.escape_debug(),
        ),
        None => format!(
            "{second} and {first} may both match one path, and neither is more specific; their \
             expressions are too large to compare, or have a `\\b`: simplify them, or tell the \
             two apart by a text before them",
        ),
    })
}

fn placed(endpoint: &Endpoint) -> String {
    format!("{endpoint} at {}:{}", endpoint.file, endpoint.line)
}
