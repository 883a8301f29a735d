//! From where an account was signed in to of late, in a table of constant size.

use std::time::Duration;

const GROUPS: usize = 1 << 11;
const IN_A_GROUP: usize = 4;

/// How long an address is familiar.
const SPAN: Duration = Duration::from_secs(30 * 24 * 3600);

/// Accounts with an address each. Only a password that was right gets in here, so that who
/// guesses can crowd nobody out.
pub(super) struct Familiar {
    /// Groups of `IN_A_GROUP`.
    entries: Box<[Entry]>,
}

#[derive(Clone, Copy, Default)]
struct Entry {
    fingerprint: u64,
    /// Milliseconds since 1970.
    until: u64,
}

impl Familiar {
    pub(super) fn new() -> Self {
        Self { entries: vec![Entry::default(); GROUPS * IN_A_GROUP].into() }
    }

    pub(super) fn knows(&self, fingerprint: u128, now: u64) -> bool {
        let (group, tag) = place(fingerprint);
        let entries = self.entries.iter().skip(group).take(IN_A_GROUP);
        entries.into_iter().any(|entry| entry.fingerprint == tag && entry.until > now)
    }

    /// Remembers an account with an address, instead of the group's oldest if it must.
    pub(super) fn remember(&mut self, fingerprint: u128, now: u64) {
        let (group, tag) = place(fingerprint);
        let entries = self.entries.iter_mut().skip(group).take(IN_A_GROUP);
        let own_or_oldest = entries.min_by_key(|entry| (entry.fingerprint != tag, entry.until));
        if let Some(entry) = own_or_oldest {
            let span = u64::try_from(SPAN.as_millis()).unwrap_or_default();
            *entry = Entry { fingerprint: tag, until: now.saturating_add(span) };
        }
    }
}

/// Where its group begins, and what tells it from the others there.
fn place(fingerprint: u128) -> (usize, u64) {
    let (high, low) = (fingerprint >> 64, fingerprint & u128::from(u64::MAX));
    let group = usize::try_from(high % GROUPS as u128).unwrap_or_default();
    (group * IN_A_GROUP, u64::try_from(low).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::{Familiar, IN_A_GROUP, SPAN};

    #[test]
    fn an_address_is_familiar_for_its_span() {
        let mut familiar = Familiar::new();
        let span = SPAN.as_millis() as u64;
        assert!(!familiar.knows(0, 1), "an empty entry is nobody's");
        familiar.remember(7, 1);
        assert!(familiar.knows(7, span));
        assert!(!familiar.knows(7, span + 1));
        assert!(!familiar.knows(8, 1));
    }

    #[test]
    fn the_oldest_of_a_group_makes_room() {
        let mut familiar = Familiar::new();
        for number in 0..=IN_A_GROUP as u64 {
            familiar.remember(u128::from(number + 1), number);
        }
        assert!(!familiar.knows(1, 10));
        assert!((2..=5).all(|number| familiar.knows(number, 10)));
    }
}
