//! Patterns that overlap without one being more specific.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use super::common::{Common, Language};
use super::expression::expression;
use super::pattern::Pattern;
use super::tree::neighbours;

/// Two patterns, as positions among all, of which neither is more specific.
#[derive(Debug)]
pub(crate) struct Conflict {
    pub(crate) one: usize,
    pub(crate) other: usize,
    /// A path that both match. `None` if that is too much to find out: it is refused all the
    /// same, since nothing says which of the two would answer.
    pub(crate) path: Option<String>,
}

/// Compares patterns that `ResourceDef` can read, each with its text.
pub(crate) fn conflicts(patterns: &[(Pattern, &str)]) -> Vec<Conflict> {
    let only = patterns.iter().map(|(pattern, _)| pattern).collect::<Vec<_>>();
    let unclear = |(one, other): &(usize, usize)| {
        let (Some(one), Some(other)) = (only.get(*one), only.get(*other)) else { return false };
        let clear = matches!(one.specificity(other), Some(Ordering::Less | Ordering::Greater));
        // The same pattern in two endpoints is one path, of which each has its verbs.
        !clear && one != other
    };
    let pairs = neighbours(&only).into_iter().filter(unclear).collect::<Vec<_>>();
    let language = |at: usize| Language::new(&expression(patterns.get(at)?.1).ok()?);
    let asked = pairs.iter().flat_map(|(one, other)| [*one, *other]).collect::<BTreeSet<_>>();
    let languages = asked.into_iter().map(|at| (at, language(at))).collect::<BTreeMap<_, _>>();
    let known = |at: usize| languages.get(&at).and_then(Option::as_ref);
    let conflict = |(one, other): (usize, usize)| {
        let common = match (known(one), known(other)) {
            (Some(a), Some(b)) => a.common(b),
            _ => Common::Unknown,
        };
        match common {
            Common::Nothing => None,
            Common::Path(path) => Some(Conflict { one, other, path: Some(path) }),
            Common::Unknown => Some(Conflict { one, other, path: None }),
        }
    };
    pairs.into_iter().filter_map(conflict).collect()
}

#[cfg(test)]
mod tests;
