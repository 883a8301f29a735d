//! Patterns that overlap without one being more specific.

use std::cmp::Ordering;

use actix_web::dev::ResourceDef;

use super::pattern::Pattern;
use super::tree::neighbours;
use super::witness::witness;

/// The pairs, as positions in `patterns`, with a path that both match.
pub(crate) fn conflicts(patterns: &[(Pattern, ResourceDef)]) -> Vec<(usize, usize, String)> {
    let only = patterns.iter().map(|(pattern, _)| pattern).collect::<Vec<_>>();
    let conflict = |(at, other): (usize, usize)| {
        let (one, another) = (patterns.get(at)?, patterns.get(other)?);
        let clear =
            matches!(one.0.specificity(&another.0), Some(Ordering::Less | Ordering::Greater));
        // The same pattern in two endpoints is one path, of which each has its verbs.
        if clear || one.0 == another.0 {
            return None;
        }
        let path = witness((&one.0, &one.1), (&another.0, &another.1))?;
        Some((at, other, path))
    };
    neighbours(&only).into_iter().filter_map(conflict).collect()
}
