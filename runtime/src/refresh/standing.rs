//! What a token of a living family is worth. Pure: no store, no clock, no key.

use subtle::ConstantTimeEq;

use super::spans::Spans;
use crate::store::{RefreshHash, Rotation, SpentToken};

/// How many spent tokens are kept. Nobody refreshes so often in one grace window but to fill the
/// store.
const MOST_SPENT: usize = 64;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing<'a> {
    /// The one that may be rotated.
    Current,
    /// Rotated a moment ago: worth its successor.
    Spent(&'a SpentToken),
    /// Rotated before, or forged by somebody who knows the family: one of two has stolen it.
    Reused,
}

/// What a token is worth at a time.
pub(super) fn standing<'a>(rotation: &'a Rotation, hash: &RefreshHash, now: u64) -> Standing<'a> {
    if same(&rotation.current, hash) {
        return Standing::Current;
    }
    match spent(rotation, hash) {
        Some(token) if now < token.until => Standing::Spent(token),
        Some(_) | None => Standing::Reused,
    }
}

/// The token among those that were rotated, whether its window is over or not.
pub(super) fn spent<'a>(rotation: &'a Rotation, hash: &RefreshHash) -> Option<&'a SpentToken> {
    rotation.spent.iter().find(|token| same(&token.hash, hash))
}

/// What is left when the current token is rotated; `successor` is the next one, sealed.
pub(super) fn rotated(
    from: &Rotation,
    to: RefreshHash,
    successor: Vec<u8>,
    now: u64,
    spans: &Spans,
) -> Rotation {
    let mut spent = from.spent.clone();
    let until = now.saturating_add(spans.grace.as_secs());
    spent.push(SpentToken { hash: from.current, successor, until });
    spent.retain(|token| now < token.until);
    let surplus = spent.len().saturating_sub(MOST_SPENT);
    spent.drain(..surplus);
    Rotation { current: to, at: now, until: now.saturating_add(spans.idle.as_secs()), spent }
}

/// Does not hurry, however much of the two is the same.
pub(super) fn same(one: &RefreshHash, other: &RefreshHash) -> bool {
    one.as_bytes().ct_eq(other.as_bytes()).into()
}
