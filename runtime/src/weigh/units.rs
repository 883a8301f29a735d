//! The different things that the rules of an endpoint ask, each with a number.

use std::borrow::Cow;

use super::text::{Text, same};
use crate::rule::{Atom, Node, Rule, Scalar, Value};

/// As many as are weighed while the program is compiled. Each further one doubles the work.
pub(super) const MOST_UNITS: usize = 12;

/// As often as rules may ask for them, each time anew: rustc bounds the steps of a constant.
const MOST_ASKED: usize = 1000;

/// What is either true of a caller or not, as far as the compiler can tell.
#[derive(Clone, Copy)]
pub(super) enum Unit<'a> {
    Atom(&'a Atom),
    /// A policy of which only the name is known before start-up.
    Policy(&'a str),
}

/// The units of some rules. INVARIANT: no two are the same.
#[derive(Clone, Copy)]
pub(super) struct Units<'a> {
    all: [Option<Unit<'a>>; MOST_UNITS],
    count: usize,
    asked: usize,
    /// Whether there were more than can be weighed.
    pub(super) too_many: bool,
}

impl<'a> Units<'a> {
    pub(super) const NONE: Self =
        Self { all: [None; MOST_UNITS], count: 0, asked: 0, too_many: false };

    pub(super) const fn count(&self) -> usize {
        self.count
    }

    #[expect(clippy::indexing_slicing, reason = "checked before; `get` is not const")]
    pub(super) const fn get(&self, number: usize) -> Option<Unit<'a>> {
        if number < MOST_UNITS { self.all[number] } else { None }
    }

    /// The number of a unit.
    pub(super) const fn find(&self, wanted: Unit<'_>) -> Option<usize> {
        let mut number = 0;
        while number < self.count {
            if let Some(known) = self.get(number)
                && known.same(wanted)
            {
                return Some(number);
            }
            number += 1;
        }
        None
    }

    /// These and those of a rule.
    #[must_use]
    pub(super) const fn and(self, rule: &'a Rule) -> Self {
        match &rule.0 {
            Node::Atom(atom) => self.with(Unit::Atom(atom)),
            Node::Policy(name) => self.with(Unit::Policy(text(name))),
            Node::Defined(policy) => self.and(&policy.rule),
            Node::All(rules) | Node::Any(rules) | Node::Neither(rules) => self.and_all(list(rules)),
        }
    }

    /// These and those of all these rules.
    #[must_use]
    pub(super) const fn and_all(mut self, rules: &'a [Rule]) -> Self {
        let mut rest = rules;
        while let Some((rule, behind)) = rest.split_first() {
            self = self.and(rule);
            rest = behind;
        }
        self
    }

    #[expect(clippy::indexing_slicing, reason = "checked before; `get_mut` is not const")]
    const fn with(mut self, unit: Unit<'a>) -> Self {
        if self.too_many || self.asked == MOST_ASKED {
            self.too_many = true;
            return self;
        }
        self.asked += 1;
        if self.find(unit).is_some() {
            return self;
        }
        if self.count == MOST_UNITS {
            self.too_many = true;
            return self;
        }
        self.all[self.count] = Some(unit);
        self.count += 1;
        self
    }
}

impl Unit<'_> {
    pub(super) const fn same(self, other: Unit<'_>) -> bool {
        match (self, other) {
            (Self::Policy(one), Unit::Policy(other)) => same(one, other),
            (Self::Atom(one), Unit::Atom(other)) => same_atom(one, other),
            _ => false,
        }
    }

    /// As messages call it: role `Admin`.
    pub(super) const fn told(self, text: Text) -> Text {
        let (kind, name) = match self {
            Self::Policy(name) => ("policy ", name),
            Self::Atom(Atom::Role(name)) => ("role ", self::text(name)),
            Self::Atom(Atom::Permission(name)) => ("permission ", self::text(name)),
            Self::Atom(Atom::Scope(name)) => ("scope ", self::text(name)),
            Self::Atom(Atom::Claim(name)) => ("claim ", self::text(name)),
            Self::Atom(Atom::ClaimIs(name, _)) => ("a value of claim ", self::text(name)),
            Self::Atom(Atom::Scheme(name)) => ("scheme ", self::text(name)),
            // Made at start-up alone.
            Self::Atom(Atom::Requirement(name)) => ("requirement ", self::text(name)),
        };
        text.and(kind).and_quoted(name)
    }
}

const fn same_atom(one: &Atom, other: &Atom) -> bool {
    match (one, other) {
        (Atom::Role(one), Atom::Role(other))
        | (Atom::Permission(one), Atom::Permission(other))
        | (Atom::Scope(one), Atom::Scope(other))
        | (Atom::Claim(one), Atom::Claim(other))
        | (Atom::Scheme(one), Atom::Scheme(other))
        | (Atom::Requirement(one), Atom::Requirement(other)) => same(text(one), text(other)),
        (Atom::ClaimIs(one, is), Atom::ClaimIs(other, value)) => {
            same(text(one), text(other)) && same_value(is, value)
        }
        _ => false,
    }
}

const fn same_value(one: &Value, other: &Value) -> bool {
    match (&one.0, &other.0) {
        (Scalar::Boolean(one), Scalar::Boolean(other)) => *one == *other,
        (Scalar::Integer(one), Scalar::Integer(other)) => *one == *other,
        (Scalar::Text(one), Scalar::Text(other)) => same(text(one), text(other)),
        _ => false,
    }
}

#[expect(clippy::ptr_arg, reason = "a `Cow` is not dereferenced in constants")]
pub(super) const fn text<'a>(text: &'a Cow<'static, str>) -> &'a str {
    match text {
        Cow::Borrowed(text) => text,
        Cow::Owned(text) => text.as_str(),
    }
}

#[expect(clippy::ptr_arg, reason = "a `Cow` is not dereferenced in constants")]
pub(super) const fn list<'a>(rules: &'a Cow<'static, [Rule]>) -> &'a [Rule] {
    match rules {
        Cow::Borrowed(rules) => rules,
        Cow::Owned(rules) => rules.as_slice(),
    }
}
