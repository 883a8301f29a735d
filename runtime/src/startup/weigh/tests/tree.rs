//! Rules in which parts can be replaced, judged for all callers at once.

use super::callers::Set;
use crate::rule::{Atom, Node, Rule};

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Tree {
    /// What was left out.
    Known(bool),
    Atom(usize),
    All(Vec<Self>),
    Any(Vec<Self>),
    Neither(Vec<Self>),
}

impl Tree {
    pub(super) fn of(rule: &Rule, atoms: &[Atom]) -> Self {
        let each = |rules: &[Rule]| rules.iter().map(|rule| Self::of(rule, atoms)).collect();
        match &rule.0 {
            Node::Atom(atom) => Self::Atom(atoms.iter().position(|it| it == atom).unwrap()),
            Node::All(rules) => Self::All(each(rules)),
            Node::Any(rules) => Self::Any(each(rules)),
            Node::Neither(rules) => Self::Neither(each(rules)),
            Node::Policy(_) | Node::Defined(_) => panic!("no formula has policies"),
        }
    }

    pub(super) fn gather(rule: &Rule, atoms: &mut Vec<Atom>) {
        match &rule.0 {
            Node::Atom(atom) if !atoms.contains(atom) => atoms.push(atom.clone()),
            Node::All(rules) | Node::Any(rules) | Node::Neither(rules) => {
                rules.iter().for_each(|rule| Self::gather(rule, atoms));
            }
            Node::Atom(_) | Node::Policy(_) | Node::Defined(_) => {}
        }
    }

    pub(super) fn meeting(&self, columns: &[Set]) -> Set {
        let none = [0; 4];
        let some = |parts: &[Self]| {
            parts.iter().fold(none, |sum, part| {
                let met = part.meeting(columns);
                std::array::from_fn(|word| sum[word] | met[word])
            })
        };
        match self {
            Self::Known(true) => none.map(|word: u64| !word),
            Self::Known(false) => none,
            Self::Atom(number) => columns[*number],
            Self::All(parts) => parts.iter().fold(none.map(|word| !word), |sum, part| {
                let met = part.meeting(columns);
                std::array::from_fn(|word| sum[word] & met[word])
            }),
            Self::Any(parts) => some(parts),
            Self::Neither(parts) => some(parts).map(|word| !word),
        }
    }

    /// The part at a place.
    pub(super) fn at(&mut self, place: &[usize]) -> &mut Self {
        let [first, rest @ ..] = place else { return self };
        match self {
            Self::All(parts) | Self::Any(parts) | Self::Neither(parts) => parts[*first].at(rest),
            Self::Known(_) | Self::Atom(_) => panic!("there is no part in {self:?}"),
        }
    }

    /// How many parts it has, and what changes nothing among them.
    pub(super) fn list(&self) -> (usize, bool) {
        match self {
            Self::Known(_) | Self::Atom(_) => (0, false),
            Self::All(parts) => (parts.len(), true),
            Self::Any(parts) | Self::Neither(parts) => (parts.len(), false),
        }
    }
}
