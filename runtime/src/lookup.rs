//! What the program's own names stand for, found by the bytes of a name that comes with a request.
//!
//! The hash has no key. It need not resist chosen names: only names of the program are in the
//! table, so none that comes can crowd it.

use hashbrown::HashTable;

/// Values by name. Filled once.
#[derive(Debug)]
pub(crate) struct Lookup<V>(HashTable<(Box<[u8]>, V)>);

impl<V> Lookup<V> {
    /// The value of a name with this fingerprint.
    #[inline]
    pub(crate) fn get(&self, print: u64, name: &[u8]) -> Option<&V> {
        let found = self.0.find(print, |(known, _)| are_equal(known, name));
        found.map(|(_, value)| value)
    }
}

impl<N: AsRef<[u8]>, V> FromIterator<(N, V)> for Lookup<V> {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(pairs: I) -> Self {
        let mut table = HashTable::new();
        for (name, value) in pairs {
            let name = Box::<[u8]>::from(name.as_ref());
            table.insert_unique(fingerprint(&name), (name, value), |(name, _)| fingerprint(name));
        }
        Self(table)
    }
}

/// A number that equal names share, and hardly any others.
#[inline]
pub(crate) fn fingerprint(name: &[u8]) -> u64 {
    let word = |bytes: &[u8; 8]| u64::from_le_bytes(*bytes);
    let half = |bytes: &[u8; 4]| u64::from(u32::from_le_bytes(*bytes));
    let (words, _) = name.as_chunks();
    let whole = words.iter().fold(name.len() as u64, |print, chunk| mix(print ^ word(chunk)));
    // What is left over, together with what was before it where that makes a word.
    let last = match (name.last_chunk(), name.first_chunk(), name.last_chunk()) {
        (Some(last), _, _) => word(last),
        (None, Some(first), Some(last)) => half(first) | half(last) << 32,
        _ => name.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte)),
    };
    mix(whole ^ last)
}

#[inline]
fn mix(number: u64) -> u64 {
    // The golden ratio: an odd number without a pattern.
    let product = u128::from(number ^ 0x2545_F491_4F6C_DD1D) * 0x9E37_79B9_7F4A_7C15;
    (product as u64) ^ (product >> 64) as u64
}

/// As `==`, without the call that comparing so few bytes would mostly consist of.
#[inline]
fn are_equal(one: &[u8], other: &[u8]) -> bool {
    let ((words, rest), (others, other_rest)) = (one.as_chunks::<8>(), other.as_chunks::<8>());
    one.len() == other.len()
        && words.iter().zip(others).all(|(word, other)| word == other)
        && rest.iter().zip(other_rest).all(|(byte, other)| byte == other)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{Lookup, fingerprint};

    fn names() -> impl Iterator<Item = String> {
        let numbered = (0..3000).map(|number| format!("orders:region-{number:05}:write"));
        numbered.chain((0..40).map(|length| "x".repeat(length)))
    }

    #[test]
    fn names_are_found_and_others_are_not() {
        let table = names().step_by(2).zip(0..).collect::<Lookup<usize>>();
        for (position, name) in names().enumerate() {
            let found = table.get(fingerprint(name.as_bytes()), name.as_bytes()).copied();
            assert_eq!(found, (position % 2 == 0).then_some(position / 2), "{name}");
        }
    }

    #[test]
    fn similar_names_have_other_fingerprints() {
        let prints = names().map(|name| fingerprint(name.as_bytes())).collect::<HashSet<_>>();
        assert_eq!(prints.len(), names().count());
    }
}
