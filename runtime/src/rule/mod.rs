//! The policy algebra: what a caller must be, as data. This module only builds rules;
//! [`holds`] says what they mean.

mod atom;
pub mod constant;
mod definition;
mod display;
mod holds;
mod resolve;

use std::borrow::Cow;
use std::ops::{BitAnd, BitOr, Not};

pub use atom::Value;
pub(crate) use atom::{Atom, Scalar};
pub use definition::Definition;
pub(crate) use holds::{asks_scopes, holds, missing_scopes};
pub(crate) use resolve::{Fault, Policies, Unresolved};

pub(crate) type Text = Cow<'static, str>;
pub(crate) type Rules = Cow<'static, [Rule]>;

/// A demand on a caller: one name, or a combination with `&`, `|` and `!`.
///
/// The same type serves constants made by the macros and rules made at start-up:
///
/// ```
/// use portcullis::Rule;
///
/// let managers_only = Rule::role("Manager") & Rule::claim("ManagerID");
/// assert_eq!(managers_only.to_string(), r#"role("Manager") && claim("ManagerID")"#);
/// ```
///
/// Names compare exactly, letter case included (RFC 7519 §4, RFC 6749 §3.3).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Rule(pub(crate) Node);

/// What a [`Rule`] is made of.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Node {
    /// One name that a caller has or has not.
    Atom(Atom),
    /// A policy that was registered under this name.
    Policy(Text),
    /// A policy that is an item of the program.
    Defined(&'static Definition),
    /// Every one of these holds. INVARIANT of a sound rule: not empty.
    All(Rules),
    /// At least one of these holds. INVARIANT of a sound rule: not empty.
    Any(Rules),
    /// Not one of these holds. INVARIANT of a sound rule: not empty.
    Neither(Rules),
}

impl Rule {
    /// The caller has this role.
    #[must_use]
    pub fn role(name: impl Into<Cow<'static, str>>) -> Self {
        Self(Node::Atom(Atom::Role(name.into())))
    }

    /// The caller has this permission.
    #[must_use]
    pub fn permission(name: impl Into<Cow<'static, str>>) -> Self {
        Self(Node::Atom(Atom::Permission(name.into())))
    }

    /// The caller was granted this OAuth scope (RFC 6749 §3.3).
    #[must_use]
    pub fn scope(name: impl Into<Cow<'static, str>>) -> Self {
        Self(Node::Atom(Atom::Scope(name.into())))
    }

    /// The caller has this claim: it is there, and neither null nor an empty string or array.
    #[must_use]
    pub fn claim(name: impl Into<Cow<'static, str>>) -> Self {
        Self(Node::Atom(Atom::Claim(name.into())))
    }

    /// The caller has this claim with this value: the claim is the value, with the same JSON
    /// type, or an array that contains it.
    #[must_use]
    pub fn claim_is(name: impl Into<Cow<'static, str>>, value: impl Into<Value>) -> Self {
        Self(Node::Atom(Atom::ClaimIs(name.into(), value.into())))
    }

    /// The policy that is registered under this name holds.
    #[must_use]
    pub fn policy(name: impl Into<Cow<'static, str>>) -> Self {
        Self(Node::Policy(name.into()))
    }

    /// The caller was authenticated by the scheme of this name.
    #[must_use]
    pub fn scheme(name: impl Into<Cow<'static, str>>) -> Self {
        Self(Node::Atom(Atom::Scheme(name.into())))
    }

    /// At least one of these rules holds. Of no rules at all it never holds, and start-up
    /// refuses it.
    #[must_use]
    pub fn any_of(rules: impl IntoIterator<Item = Self>) -> Self {
        Self(Node::Any(rules.into_iter().collect()))
    }

    /// Every one of these rules holds. Of no rules at all it never holds, and start-up
    /// refuses it.
    #[must_use]
    pub fn all_of(rules: impl IntoIterator<Item = Self>) -> Self {
        Self(Node::All(rules.into_iter().collect()))
    }
}

impl BitAnd for Rule {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        let mut rules = match self {
            Self(Node::All(rules)) if !rules.is_empty() => rules.into_owned(),
            rule => vec![rule],
        };
        rules.push(other);
        Self(Node::All(rules.into()))
    }
}

impl BitOr for Rule {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        let mut rules = match self {
            Self(Node::Any(rules)) if !rules.is_empty() => rules.into_owned(),
            rule => vec![rule],
        };
        rules.push(other);
        Self(Node::Any(rules.into()))
    }
}

impl Not for Rule {
    type Output = Self;

    fn not(self) -> Self {
        Self(Node::Neither(vec![self].into()))
    }
}
