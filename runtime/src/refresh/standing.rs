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

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use proptest::prelude::*;

    use super::{MOST_SPENT, Spans, Standing, rotated, standing};
    use crate::store::{RefreshHash, Rotation};

    fn hash(number: usize) -> RefreshHash {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&number.to_be_bytes());
        RefreshHash::new(bytes)
    }

    /// The rule as one would say it: the last token is current; one that was rotated is worth
    /// its successor for the grace, if it is one of the last few; all others are reused.
    fn spoken(rotations: &[u64], number: usize, now: u64, grace: u64) -> &'static str {
        match rotations.get(number) {
            None if number == rotations.len() => "current",
            None => "reused",
            Some(_) if rotations.len() - number > MOST_SPENT => "reused",
            Some(at) if now < at + grace => "spent",
            Some(_) => "reused",
        }
    }

    proptest! {
        #[test]
        fn a_token_is_worth_what_the_rule_says(
            pauses in prop::collection::vec(0_u64..8, 0..80),
            grace in 0_u64..12,
            later in 0_u64..15,
            idle in 1_u64..100,
        ) {
            let spans = Spans {
                grace: Duration::from_secs(grace),
                idle: Duration::from_secs(idle),
                ..Spans::default()
            };
            let (mut now, mut rotations) = (1000, Vec::new());
            let mut rotation =
                Rotation { current: hash(0), at: now, until: now + idle, spent: Vec::new() };
            for pause in pauses {
                now += pause;
                rotations.push(now);
                let number = rotations.len();
                let successor = number.to_be_bytes().to_vec();
                rotation = rotated(&rotation, hash(number), successor, now, &spans);
                prop_assert_eq!((rotation.at, rotation.until), (now, now + idle));
                prop_assert!(rotation.spent.len() <= MOST_SPENT);
            }
            now += later;
            for number in 0..rotations.len() + 2 {
                let expected = spoken(&rotations, number, now, grace);
                match standing(&rotation, &hash(number), now) {
                    Standing::Current => prop_assert_eq!(expected, "current"),
                    Standing::Reused => prop_assert_eq!(expected, "reused"),
                    Standing::Spent(token) => {
                        prop_assert_eq!(expected, "spent");
                        prop_assert_eq!(&token.successor, &(number + 1).to_be_bytes().to_vec());
                    }
                }
            }
        }
    }
}
