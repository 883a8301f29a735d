//! From a path to the pattern that it belongs to, at a cost that does not grow with the number
//! of patterns: a radix tree finds the candidates, `ResourceDef` has the last word.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use actix_web::dev::ResourceDef;
use matchit::Router;

use super::pattern::{Pattern, Segment};

/// Patterns, the most specific first, each with what it leads to.
pub(crate) struct Tree<T> {
    spots: Vec<(ResourceDef, T)>,
    /// Shapes without a tail. The values are positions in `spots`, the most specific first, of
    /// all patterns that a path could match of which this shape is the first that is found.
    exact: Router<Vec<usize>>,
    /// Shapes with a tail, likewise; apart by the number of pieces before it, since the tree
    /// takes no parameter where another pattern has its tail.
    tails: Vec<Router<Vec<usize>>>,
}

impl<T> Tree<T> {
    /// Plants patterns that differ from each other in more than names.
    pub(crate) fn new(patterns: Vec<(Pattern, ResourceDef, T)>) -> Self {
        let mut patterns = patterns;
        patterns.sort_by(|(one, ..), (other, ..)| one.rank().cmp(&other.rank()));
        let only = patterns.iter().map(|(pattern, ..)| pattern).collect::<Vec<_>>();
        let mut candidates = BTreeMap::<String, BTreeSet<usize>>::new();
        for (at, pattern) in only.iter().enumerate() {
            candidates.entry(pattern.shape()).or_default().insert(at);
        }
        for (one, other) in neighbours(&only) {
            for (at, neighbour) in [(one, other), (other, one)] {
                let (Some(own), Some(other)) = (only.get(at), only.get(neighbour)) else {
                    continue;
                };
                if own.is_found_before(other) {
                    candidates.entry(own.shape()).or_default().insert(neighbour);
                }
            }
        }
        let (mut exact, mut tails) = (Router::new(), BTreeMap::<usize, Router<_>>::new());
        for (shape, spots) in candidates {
            let spots = spots.into_iter().collect::<Vec<_>>();
            match shape.strip_suffix("{*rest}") {
                None => plant(&mut exact, shape, spots),
                Some(stem) => {
                    let tails = tails.entry(stem.matches('/').count()).or_default();
                    // The tree wants at least one character for a tail; actix does not.
                    plant(tails, stem.to_owned(), spots.clone());
                    plant(tails, shape, spots);
                }
            }
        }
        let spots = patterns.into_iter().map(|(_, definition, to)| (definition, to)).collect();
        Self { spots, exact, tails: tails.into_values().collect() }
    }

    /// The position of the most specific pattern that matches a path, decoded as actix does.
    pub(crate) fn find(&self, path: &str) -> Option<usize> {
        let matches = |at: &usize| {
            self.spots.get(*at).is_some_and(|(definition, _)| definition.is_match(path))
        };
        let first = |candidates: &[usize]| candidates.iter().copied().find(matches);
        self.candidates(path).filter_map(first).min()
    }

    /// The patterns that a path is tried with, as positions, from each router some.
    fn candidates(&self, path: &str) -> impl Iterator<Item = &[usize]> {
        let routers = [&self.exact].into_iter().chain(&self.tails);
        routers.filter_map(move |router| router.at(path).ok().map(|at| at.value.as_slice()))
    }

    /// The patterns, the most specific first.
    pub(crate) fn spots(&self) -> &[(ResourceDef, T)] {
        &self.spots
    }
}

impl<T> fmt::Debug for Tree<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tree").field("patterns", &self.spots.len()).finish_non_exhaustive()
    }
}

/// Shapes are made here and are all different, so that none can be refused; if one were, its
/// paths would lead nowhere.
fn plant(router: &mut Router<Vec<usize>>, shape: String, spots: Vec<usize>) {
    if let Err(error) = router.insert(shape.as_str(), spots) {
        tracing::error!("the path {shape} cannot be routed: {error}");
    }
}

/// The pairs of patterns whose shapes some path could have both.
pub(super) fn neighbours(patterns: &[&Pattern]) -> Vec<(usize, usize)> {
    // Most patterns begin with a text, and meet only those that begin with the same.
    let mut begun = BTreeMap::<&str, Vec<usize>>::new();
    let mut open = Vec::new();
    for (at, pattern) in patterns.iter().enumerate() {
        match pattern.segments.first() {
            Some(Segment::Static(text)) => begun.entry(text).or_default().push(at),
            _ => open.push(at),
        }
    }
    let mut pairs = Vec::new();
    let mut try_pair = |one: usize, other: usize| {
        let (Some(a), Some(b)) = (patterns.get(one), patterns.get(other)) else { return };
        if a.shape_meets(b) {
            pairs.push((one, other));
        }
    };
    for bucket in begun.values().chain([&open]) {
        for (position, one) in bucket.iter().enumerate() {
            bucket.iter().skip(position + 1).for_each(|other| try_pair(*one, *other));
        }
    }
    for one in begun.values().flatten() {
        open.iter().for_each(|other| try_pair(*one, *other));
    }
    pairs
}

#[cfg(test)]
mod tests;
