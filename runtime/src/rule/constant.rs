//! Rules as constants: what the macros write into an endpoint's data.

use std::borrow::Cow;

use super::atom::Scalar;
use super::{Atom, Definition, Node, Rule, Value};

/// See [`Rule::role`].
#[must_use]
pub const fn role(name: &'static str) -> Rule {
    Rule(Node::Atom(Atom::Role(Cow::Borrowed(name))))
}

/// See [`Rule::permission`].
#[must_use]
pub const fn permission(name: &'static str) -> Rule {
    Rule(Node::Atom(Atom::Permission(Cow::Borrowed(name))))
}

/// See [`Rule::scope`].
#[must_use]
pub const fn scope(name: &'static str) -> Rule {
    Rule(Node::Atom(Atom::Scope(Cow::Borrowed(name))))
}

/// See [`Rule::claim`].
#[must_use]
pub const fn claim(name: &'static str) -> Rule {
    Rule(Node::Atom(Atom::Claim(Cow::Borrowed(name))))
}

/// See [`Rule::claim_is`].
#[must_use]
pub const fn claim_is(name: &'static str, value: Value) -> Rule {
    Rule(Node::Atom(Atom::ClaimIs(Cow::Borrowed(name), value)))
}

/// See [`Rule::policy`].
#[must_use]
pub const fn policy(name: &'static str) -> Rule {
    Rule(Node::Policy(Cow::Borrowed(name)))
}

/// The policy of a `policy!` item.
#[must_use]
pub const fn defined(definition: &'static Definition) -> Rule {
    Rule(Node::Defined(definition))
}

/// See [`Rule::scheme`].
#[must_use]
pub const fn scheme(name: &'static str) -> Rule {
    Rule(Node::Atom(Atom::Scheme(Cow::Borrowed(name))))
}

/// See [`Rule::all_of`].
#[must_use]
pub const fn all(rules: &'static [Rule]) -> Rule {
    Rule(Node::All(Cow::Borrowed(rules)))
}

/// See [`Rule::any_of`].
#[must_use]
pub const fn any(rules: &'static [Rule]) -> Rule {
    Rule(Node::Any(Cow::Borrowed(rules)))
}

/// Not one of these rules holds.
#[must_use]
pub const fn not(rules: &'static [Rule]) -> Rule {
    Rule(Node::Neither(Cow::Borrowed(rules)))
}

/// A claim's value that is a string.
#[must_use]
pub const fn text(text: &'static str) -> Value {
    Value(Scalar::Text(Cow::Borrowed(text)))
}

/// A claim's value that is an integer.
#[must_use]
pub const fn integer(number: i64) -> Value {
    Value(Scalar::Integer(number))
}

/// A claim's value that is a boolean.
#[must_use]
pub const fn boolean(boolean: bool) -> Value {
    Value(Scalar::Boolean(boolean))
}
