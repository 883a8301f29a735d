//! Who meets rules, of the callers that there can be.

use std::collections::HashMap;

use super::World;
use super::atoms::Atoms;
use super::diagrams::{Diagram, Diagrams, Effort, Entangled};
use super::possible::possible;
use crate::rule::{Atom, Node, Policies, Rule};

/// The diagrams of some rules.
pub(super) struct Demand<'a> {
    pub(super) diagrams: Diagrams,
    /// The callers that there can be.
    pub(super) possible: Diagram,
    numbers: HashMap<Atom, usize>,
    policies: &'a Policies,
}

impl<'a> Demand<'a> {
    /// For these rules, where these schemes are tried; `None`: nobody knows which.
    pub(super) fn of<'r>(
        rules: impl IntoIterator<Item = &'r Rule>,
        accepted: Option<&[&str]>,
        world: World<'a>,
        effort: Effort,
    ) -> Result<Self, Entangled> {
        let atoms = Atoms::of(rules, world.policies).in_order(world.hierarchy);
        let diagrams = Diagrams::new(atoms.len(), effort)?;
        let possible = possible(&atoms, &diagrams, world.hierarchy, accepted)?;
        let numbers = atoms.into_iter().enumerate().map(|(number, atom)| (atom, number)).collect();
        Ok(Self { diagrams, possible, numbers, policies: world.policies })
    }

    /// Who meets a rule. INVARIANT: it is sound, as `resolve` has found.
    pub(super) fn meets(&self, rule: &Rule) -> Result<Diagram, Entangled> {
        match &rule.0 {
            Node::Atom(atom) => Ok(self.has(atom)),
            Node::Policy(name) => match self.policies.get(name) {
                Some(rule) => self.meets(rule),
                None => Ok(self.diagrams.nobody()),
            },
            Node::Defined(policy) => self.meets(&policy.rule),
            Node::All(rules) => self.every(rules),
            Node::Any(rules) => self.some(rules),
            Node::Neither(rules) => Ok(self.diagrams.not(&self.some(rules)?)),
        }
    }

    /// Who meets every one of these.
    pub(super) fn every(&self, rules: &[Rule]) -> Result<Diagram, Entangled> {
        match rules {
            [] => Ok(self.diagrams.everybody()),
            [only] => self.meets(only),
            _ => {
                let (left, right) = rules.split_at(rules.len() / 2);
                self.diagrams.and(&self.every(left)?, &self.every(right)?)
            }
        }
    }

    /// Who meets at least one of these.
    pub(super) fn some(&self, rules: &[Rule]) -> Result<Diagram, Entangled> {
        match rules {
            [] => Ok(self.diagrams.nobody()),
            [only] => self.meets(only),
            _ => {
                let (left, right) = rules.split_at(rules.len() / 2);
                self.diagrams.or(&self.some(left)?, &self.some(right)?)
            }
        }
    }

    /// Whoever was authenticated by a scheme.
    pub(super) fn by_scheme(&self, name: &str) -> Result<Diagram, Entangled> {
        let mut by = self.possible.clone();
        for (atom, number) in &self.numbers {
            let Atom::Scheme(other) = atom else { continue };
            let this = self.diagrams.variable(*number);
            // Without its name in a rule, a scheme is one that is none of those.
            by = if other == name {
                self.diagrams.and(&by, &this)?
            } else {
                self.diagrams.and_not(&by, &this)?
            };
        }
        Ok(by)
    }

    fn has(&self, atom: &Atom) -> Diagram {
        match self.numbers.get(atom) {
            Some(number) => self.diagrams.variable(*number),
            None => self.diagrams.nobody(),
        }
    }
}
