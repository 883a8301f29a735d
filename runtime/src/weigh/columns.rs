//! Truth tables: whether rules hold, for every caller that there can be.
//!
//! A caller is an assignment of the units; 64 of them are one word, and a rule is one word of
//! answers after the other.

use super::text::same;
use super::units::{MOST_UNITS, Unit, Units, list, text};
use crate::rule::{Atom, Node, Rule, Scalar, Value};

/// As many words as the most units need.
const MOST_WORDS: usize = 1 << (MOST_UNITS - WORD_UNITS);

/// The units that vary within a word.
const WORD_UNITS: usize = 6;

/// For every caller, whether something holds. Words behind the last one in use are zero.
#[derive(Clone, Copy)]
pub(super) struct Column {
    words: [u64; MOST_WORDS],
    used: usize,
}

impl Column {
    /// Everybody.
    pub(super) const fn everybody(units: &Units<'_>) -> Self {
        let all = units.count();
        let used = if all <= WORD_UNITS { 1 } else { 1 << (all - WORD_UNITS) };
        Self { words: [u64::MAX; MOST_WORDS], used }
    }

    /// Who meets a rule. INVARIANT: no list in it is empty; an attribute cannot hold one.
    pub(super) const fn of(rule: &Rule, units: &Units<'_>) -> Self {
        match &rule.0 {
            Node::Atom(atom) => Self::unit(Unit::Atom(atom), units),
            Node::Policy(name) => Self::unit(Unit::Policy(text(name)), units),
            Node::Defined(policy) => Self::of(&policy.rule, units),
            Node::All(rules) => Self::every(list(rules), units),
            Node::Any(rules) => Self::some(list(rules), units),
            Node::Neither(rules) => Self::some(list(rules), units).not(),
        }
    }

    /// Who meets every one of these.
    pub(super) const fn every(rules: &[Rule], units: &Units<'_>) -> Self {
        let mut column = Self::everybody(units);
        let mut rest = rules;
        while let Some((rule, behind)) = rest.split_first() {
            column = column.and(&Self::of(rule, units));
            rest = behind;
        }
        column
    }

    const fn some(rules: &[Rule], units: &Units<'_>) -> Self {
        let mut column = Self::everybody(units).not();
        let mut rest = rules;
        while let Some((rule, behind)) = rest.split_first() {
            column = column.or(&Self::of(rule, units));
            rest = behind;
        }
        column
    }

    #[expect(clippy::indexing_slicing, reason = "in bounds by the loop; `get_mut` is not const")]
    pub(super) const fn unit(unit: Unit<'_>, units: &Units<'_>) -> Self {
        let mut column = Self::everybody(units);
        let Some(number) = units.find(unit) else {
            return column.not();
        };
        let mut word = 0;
        while word < column.used {
            column.words[word] = pattern(number, word);
            word += 1;
        }
        column
    }

    #[must_use]
    #[expect(clippy::indexing_slicing, reason = "in bounds by the loop; `get_mut` is not const")]
    pub(super) const fn and(mut self, other: &Self) -> Self {
        let mut word = 0;
        while word < self.used {
            self.words[word] &= other.words[word];
            word += 1;
        }
        self
    }

    #[must_use]
    #[expect(clippy::indexing_slicing, reason = "in bounds by the loop; `get_mut` is not const")]
    const fn or(mut self, other: &Self) -> Self {
        let mut word = 0;
        while word < self.used {
            self.words[word] |= other.words[word];
            word += 1;
        }
        self
    }

    #[must_use]
    #[expect(clippy::indexing_slicing, reason = "in bounds by the loop; `get_mut` is not const")]
    pub(super) const fn not(mut self) -> Self {
        let mut word = 0;
        while word < self.used {
            self.words[word] = !self.words[word];
            word += 1;
        }
        self
    }

    #[expect(clippy::indexing_slicing, reason = "in bounds by the loop; `get` is not const")]
    pub(super) const fn is_nobody(&self) -> bool {
        let mut word = 0;
        while word < self.used {
            if self.words[word] != 0 {
                return false;
            }
            word += 1;
        }
        true
    }

    /// Whether all of these are among those.
    pub(super) const fn implies(&self, other: &Self) -> bool {
        (*self).and(&other.not()).is_nobody()
    }
}

/// For the 64 callers of a word, whether a unit holds.
const fn pattern(unit: usize, word: usize) -> u64 {
    const WITHIN: [u64; WORD_UNITS] = [
        0xAAAA_AAAA_AAAA_AAAA,
        0xCCCC_CCCC_CCCC_CCCC,
        0xF0F0_F0F0_F0F0_F0F0,
        0xFF00_FF00_FF00_FF00,
        0xFFFF_0000_FFFF_0000,
        0xFFFF_FFFF_0000_0000,
    ];
    if unit < WORD_UNITS {
        #[expect(clippy::indexing_slicing, reason = "checked; `get` is not const")]
        return WITHIN[unit];
    }
    if word & (1 << (unit - WORD_UNITS)) == 0 { 0 } else { u64::MAX }
}

/// The callers that there can be: a claim with a value is present, and nobody was
/// authenticated by two schemes, or by one that is not accepted. `accepted` is `None` where
/// the default scheme is tried, whose name is not known yet.
pub(super) const fn possible(units: &Units<'_>, accepted: Option<&[&str]>) -> Column {
    let mut column = Column::everybody(units);
    let mut one = 0;
    while one < units.count() {
        let mut other = 0;
        while other < units.count() {
            if let (Some(a), Some(b)) = (units.get(one), units.get(other)) {
                if implies_presence(a, b) {
                    column = column.and(&both(a, b, false, units).not());
                } else if one < other && is_scheme(a) && is_scheme(b) {
                    column = column.and(&both(a, b, true, units).not());
                }
            }
            other += 1;
        }
        one += 1;
    }
    match accepted {
        Some(names) => by_one_of(names, units, column),
        None => column,
    }
}

/// For whom the one holds, and the other does (or does not).
const fn both(one: Unit<'_>, other: Unit<'_>, holds: bool, units: &Units<'_>) -> Column {
    let other = Column::unit(other, units);
    Column::unit(one, units).and(&if holds { other } else { other.not() })
}

const fn by_one_of(names: &[&str], units: &Units<'_>, mut column: Column) -> Column {
    let mut number = 0;
    let mut asked = 0;
    let mut some = Column::everybody(units).not();
    while number < units.count() {
        if let Some(unit) = units.get(number)
            && let Unit::Atom(Atom::Scheme(name)) = unit
        {
            let this = Column::unit(unit, units);
            if among(text(name), names) {
                asked += 1;
                some = some.or(&this);
            } else {
                column = column.and(&this.not());
            }
        }
        number += 1;
    }
    if asked == names.len() { column.and(&some) } else { column }
}

pub(super) const fn among(name: &str, names: &[&str]) -> bool {
    let mut rest = names;
    while let Some((one, behind)) = rest.split_first() {
        if same(one, name) {
            return true;
        }
        rest = behind;
    }
    false
}

const fn is_scheme(unit: Unit<'_>) -> bool {
    matches!(unit, Unit::Atom(Atom::Scheme(_)))
}

/// Only an empty string is a value by which a claim is absent.
const fn implies_presence(one: Unit<'_>, other: Unit<'_>) -> bool {
    match (one, other) {
        (Unit::Atom(Atom::ClaimIs(one, value)), Unit::Atom(Atom::Claim(other))) => {
            same(text(one), text(other)) && !is_empty(value)
        }
        _ => false,
    }
}

const fn is_empty(value: &Value) -> bool {
    match &value.0 {
        Scalar::Text(value) => text(value).is_empty(),
        Scalar::Boolean(_) | Scalar::Integer(_) => false,
    }
}
