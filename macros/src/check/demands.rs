//! The requirement clauses of an endpoint or of an `on`, each by itself, in the order written.

use super::clauses::Clauses;
use super::lists::{self, List};
use super::require;
use crate::model::Rule;
use crate::problems::Problems;
use crate::words::ClauseWord;

pub(super) enum Demand {
    List(List),
    /// `None`: what was written makes no sense, but is a requirement nevertheless.
    Sentence(Option<Rule>),
}

pub(super) fn read(clauses: &Clauses, problems: &mut Problems) -> Vec<Demand> {
    let mut demands = Vec::new();
    for known in clauses.iter() {
        if let Some((of, quantity)) = known.word.list() {
            demands.push(Demand::List(lists::read(known, of, quantity, problems)));
        } else if known.word == ClauseWord::Require {
            demands.push(Demand::Sentence(require::read(known, problems)));
        }
    }
    demands
}

impl Demand {
    pub(super) fn list(&self) -> Option<&List> {
        match self {
            Self::List(list) => Some(list),
            Self::Sentence(..) => None,
        }
    }

    pub(super) fn into_rule(self) -> Option<Rule> {
        match self {
            Self::List(list) => list.into_rule(),
            Self::Sentence(rule) => rule,
        }
    }
}
