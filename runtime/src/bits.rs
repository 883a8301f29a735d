//! A set of small numbers: which of an instance's names a caller has, or a mask demands.

use smallvec::SmallVec;

/// A set of bit positions. Up to 256 of them need no allocation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Bits(SmallVec<[u64; 4]>);

impl Bits {
    /// A single position.
    #[cfg(feature = "_jwt")]
    pub(crate) fn of(position: usize) -> Self {
        let mut bits = Self::default();
        bits.insert(position);
        bits
    }

    /// Adds a position.
    pub(crate) fn insert(&mut self, position: usize) {
        let word = position / 64;
        if word >= self.0.len() {
            self.0.resize(word + 1, 0);
        }
        if let Some(word) = self.0.get_mut(word) {
            *word |= 1 << (position % 64);
        }
    }

    /// Adds every position of another set.
    pub(crate) fn extend(&mut self, other: &Self) {
        if other.0.len() > self.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (own, others) in self.0.iter_mut().zip(&other.0) {
            *own |= others;
        }
    }

    /// The bytes that it takes beside itself.
    #[cfg(feature = "_jwt")]
    pub(crate) fn bytes(&self) -> usize {
        if self.0.spilled() { self.0.capacity() * size_of::<u64>() } else { 0 }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// How many positions are in it.
    pub(crate) fn len(&self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    /// Whether every position of the other set is in this one.
    pub(crate) fn covers(&self, other: &Self) -> bool {
        let (own, other) = (self.0.as_slice(), other.0.as_slice());
        let own = |at: usize| own.get(at).copied().unwrap_or(0);
        other.iter().enumerate().all(|(at, wanted)| wanted & !own(at) == 0)
    }

    /// Whether some position is in both sets.
    pub(crate) fn meets(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).any(|(own, others)| own & others != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::Bits;

    fn set(positions: &[usize]) -> Bits {
        let mut bits = Bits::default();
        positions.iter().for_each(|position| bits.insert(*position));
        bits
    }

    #[test]
    fn sets_of_different_lengths_compare_as_sets() {
        let (short, long) = (set(&[1, 3]), set(&[1, 3, 700]));
        assert!(long.covers(&short) && !short.covers(&long));
        assert!(short.meets(&long) && long.meets(&short));
        assert!(!set(&[700]).meets(&short) && !short.meets(&set(&[700])));
        assert!(short.covers(&set(&[])) && !short.meets(&set(&[])));
    }

    #[test]
    fn every_position_is_its_own() {
        for position in 0..300 {
            let single = set(&[position]);
            assert!(!single.is_empty() && single.covers(&set(&[position])));
            assert!((0..300).all(|other| single.covers(&set(&[other])) == (other == position)));
        }
    }

    #[test]
    fn extending_joins() {
        let mut bits = set(&[1]);
        bits.extend(&set(&[2, 130]));
        assert_eq!(bits, set(&[1, 2, 130]));
    }
}
