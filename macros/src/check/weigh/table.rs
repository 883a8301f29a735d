//! A truth table: for each way in which a few facts can hold or not, whether a condition holds.

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Table(Vec<u64>);

impl Table {
    /// Over this many facts.
    pub(super) fn always(facts: usize) -> Self {
        Self(vec![u64::MAX; words(facts)])
    }

    pub(super) fn never(facts: usize) -> Self {
        Self(vec![0; words(facts)])
    }

    /// Holds where the fact does: bit `i` of the number of an assignment is the fact `i`.
    pub(super) fn fact(index: usize, facts: usize) -> Self {
        let word = |number: usize| match WITHIN_A_WORD.get(index) {
            Some(pattern) => *pattern,
            None if number >> (index - WITHIN_A_WORD.len()) & 1 == 1 => u64::MAX,
            None => 0,
        };
        Self((0..words(facts)).map(word).collect())
    }

    pub(super) fn and(&self, other: &Self) -> Self {
        Self(self.0.iter().zip(&other.0).map(|(one, two)| one & two).collect())
    }

    pub(super) fn or(&self, other: &Self) -> Self {
        Self(self.0.iter().zip(&other.0).map(|(one, two)| one | two).collect())
    }

    pub(super) fn not(&self) -> Self {
        Self(self.0.iter().map(|word| !word).collect())
    }

    pub(super) fn is_never(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }
}

/// With fewer than six facts some bits of the one word repeat others, which changes no answer.
fn words(facts: usize) -> usize {
    1 << facts.saturating_sub(WITHIN_A_WORD.len())
}

const WITHIN_A_WORD: [u64; 6] = [
    0xAAAA_AAAA_AAAA_AAAA,
    0xCCCC_CCCC_CCCC_CCCC,
    0xF0F0_F0F0_F0F0_F0F0,
    0xFF00_FF00_FF00_FF00,
    0xFFFF_0000_FFFF_0000,
    0xFFFF_FFFF_0000_0000,
];
