//! A rule as a developer would write it in `require(…)`.

use std::fmt::{self, Display, Formatter};

use super::atom::Scalar;
use super::{Atom, Node, Rule, Value};

impl Display for Rule {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write(&self.0, Tightness::Or, f)
    }
}

/// How tightly the surrounding operator binds, as in Rust.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Tightness {
    Or,
    And,
    Not,
}

fn write(node: &Node, around: Tightness, f: &mut Formatter<'_>) -> fmt::Result {
    match node {
        Node::Atom(atom) => atom.fmt(f),
        Node::Policy(name) => write!(f, "policy({name:?})"),
        Node::Defined(policy) => write!(f, "policy({})", policy.name),
        Node::All(rules) => join(rules, " && ", Tightness::And, around, f),
        Node::Any(rules) => join(rules, " || ", Tightness::Or, around, f),
        Node::Neither(rules) => {
            f.write_str("!")?;
            join(rules, " || ", Tightness::Or, Tightness::Not, f)
        }
    }
}

fn join(
    rules: &[Rule],
    operator: &str,
    own: Tightness,
    around: Tightness,
    f: &mut Formatter<'_>,
) -> fmt::Result {
    if let [Rule(only)] = rules {
        return write(only, around, f);
    }
    let bracketed = around > own || rules.is_empty();
    if bracketed {
        f.write_str("(")?;
    }
    for (position, Rule(node)) in rules.iter().enumerate() {
        if position > 0 {
            f.write_str(operator)?;
        }
        write(node, own, f)?;
    }
    if bracketed {
        f.write_str(")")?;
    }
    Ok(())
}

impl Display for Atom {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Role(name) => write!(f, "role({name:?})"),
            Self::Permission(name) => write!(f, "permission({name:?})"),
            Self::Scope(name) => write!(f, "scope({name:?})"),
            Self::Claim(name) => write!(f, "claim({name:?})"),
            Self::ClaimIs(name, value) => write!(f, "claim({name:?}, {value})"),
            Self::Scheme(name) => write!(f, "scheme({name:?})"),
            Self::Requirement(name) => write!(f, "policy({name:?})"),
        }
    }
}

impl Display for Value {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Scalar::Boolean(boolean) => boolean.fmt(f),
            Scalar::Integer(number) => number.fmt(f),
            Scalar::Text(text) => write!(f, "{text:?}"),
        }
    }
}
