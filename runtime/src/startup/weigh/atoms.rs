//! What rules ask of a caller, and how the answers hang together.
//!
//! The axioms are between two atoms each. That is exact: answers that keep them are those of
//! some caller, whatever else the hierarchy knows. Take a caller with exactly the roles and
//! permissions that are answered with yes, and with what these roles bring. `implies` and
//! `grants` are closed, so each thing brought is brought by one role that is answered with yes;
//! if it is asked for, an axiom between the two says yes to it. If two of the roles that the
//! caller then has exclude each other, one of them is brought by a role a, the other by a role
//! b that are answered with yes, and `excludes(a, b)` forbids it; if a is b, the set-up was
//! refused. Claims: an array of the values that are answered with yes, and of one more where
//! there is none; `""` alone where the claim is absent. Scopes and requirements are free.

use std::collections::HashSet;

use crate::hierarchy::Hierarchy;
use crate::rule::{Atom, Node, Policies, Rule, Scalar};

/// The atoms of some rules, each once.
#[derive(Default)]
pub(super) struct Atoms {
    all: Vec<Atom>,
    known: HashSet<Atom>,
}

impl Atoms {
    /// Those of these rules and of the policies that they name, as they are met.
    pub(super) fn of<'a>(rules: impl IntoIterator<Item = &'a Rule>, policies: &Policies) -> Self {
        let mut atoms = Self::default();
        rules.into_iter().for_each(|rule| atoms.gather(rule, policies));
        atoms
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Atom> {
        self.all.iter()
    }

    pub(super) fn count(&self) -> usize {
        self.all.len()
    }

    /// The same atoms in an order in which those that hang together stand together: a diagram
    /// grows with what is left open between them.
    pub(super) fn in_order(self, hierarchy: &Hierarchy) -> Vec<Atom> {
        let mut rest = self.all;
        let mut ordered = Vec::new();
        while !rest.is_empty() {
            let first = ordered.len();
            ordered.push(rest.remove(0));
            let mut at = first;
            while let Some(atom) = ordered.get(at).cloned() {
                let (near, far) =
                    rest.into_iter().partition(|other| hang_together(&atom, other, hierarchy));
                rest = far;
                let near: Vec<Atom> = near;
                let behind = at + 1;
                ordered.splice(behind..behind, near);
                at += 1;
            }
        }
        ordered
    }

    fn gather(&mut self, rule: &Rule, policies: &Policies) {
        match &rule.0 {
            Node::Atom(atom) => {
                if self.known.insert(atom.clone()) {
                    self.all.push(atom.clone());
                }
            }
            Node::Policy(name) => {
                if let Some(rule) = policies.get(name) {
                    self.gather(rule, policies);
                }
            }
            Node::Defined(policy) => self.gather(&policy.rule, policies),
            Node::All(rules) | Node::Any(rules) | Node::Neither(rules) => {
                rules.iter().for_each(|rule| self.gather(rule, policies));
            }
        }
    }
}

/// Whether a caller of whom `one` is true is one of whom `other` is true.
pub(super) fn implies(one: &Atom, other: &Atom, hierarchy: &Hierarchy) -> bool {
    match (one, other) {
        (Atom::Role(role), Atom::Role(other)) => hierarchy.implies(role, other),
        (Atom::Role(role), Atom::Permission(permission)) => hierarchy.grants(role, permission),
        // By an empty string alone, a claim is absent.
        (Atom::ClaimIs(claim, value), Atom::Claim(other)) => {
            claim == other && value.0 != Scalar::Text("".into())
        }
        _ => one == other,
    }
}

/// Whether nobody enters of whom both are true. (`one` is not `other`.)
pub(super) fn exclude(one: &Atom, other: &Atom, hierarchy: &Hierarchy) -> bool {
    match (one, other) {
        (Atom::Role(role), Atom::Role(other)) => hierarchy.excludes(role, other),
        (Atom::Scheme(_), Atom::Scheme(_)) => true,
        _ => false,
    }
}

fn hang_together(one: &Atom, other: &Atom, hierarchy: &Hierarchy) -> bool {
    implies(one, other, hierarchy)
        || implies(other, one, hierarchy)
        || exclude(one, other, hierarchy)
}
