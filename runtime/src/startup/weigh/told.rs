//! What is said of a policy that is pointless.

use super::World;
use super::atoms::Atoms;
use super::parts::Part;
use crate::rule::{Node, Rule};

/// What the compiler can weigh: see `weigh::units`.
const COMPILED: usize = 12;

/// Why the compiler has not told this already.
pub(super) fn beyond<'r>(rules: impl IntoIterator<Item = &'r Rule>, world: World<'_>) -> String {
    let count = Atoms::of(rules, world.policies).count();
    if count <= COMPILED {
        return String::new();
    }
    format!(
        " (the compiler weighs policies of up to {COMPILED} names; this one has {count}, so it \
         is told at start-up)"
    )
}

/// The parts, clause by clause in their order: whose clause it is, and those of its parts.
pub(super) fn by_clause(mut parts: Vec<Part>) -> Vec<(Option<Rule>, Vec<Rule>)> {
    let mut clauses = Vec::<(Option<Rule>, Vec<Rule>)>::new();
    parts.reverse();
    for Part { rule, clause } in parts {
        match clauses.last_mut() {
            Some((last, rules)) if clause.is_some() && *last == clause => rules.push(rule),
            _ => clauses.push((clause, vec![rule])),
        }
    }
    clauses
}

/// `a`, `b` and 3 others change nothing.
pub(super) fn change_nothing(rules: &[Rule]) -> String {
    match rules {
        [only] => format!("`{only}` changes nothing"),
        [one, other] => format!("`{one}` and `{other}` change nothing"),
        [first, second, rest @ ..] => {
            format!("`{first}`, `{second}` and {} others change nothing", rest.len())
        }
        [] => String::new(),
    }
}

/// Whether a rule is about one of these policies.
pub(super) fn is_about(rule: &Rule, told: &dyn Fn(&str) -> bool) -> bool {
    match &rule.0 {
        Node::Policy(name) => told(name),
        Node::Atom(_) => false,
        Node::Defined(policy) => is_about(&policy.rule, told),
        Node::All(rules) | Node::Any(rules) | Node::Neither(rules) => {
            rules.iter().any(|rule| is_about(rule, told))
        }
    }
}
