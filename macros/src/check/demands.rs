//! The requirement clauses of an endpoint or of an `on`, each by itself, in the order written.

use quote::ToTokens;
use syn::{ExprPath, Ident};

use super::clauses::{Clauses, Known};
use super::lists::{self, List};
use super::{paths, require, weigh};
use crate::model::{Atom, Rule};
use crate::problems::Problems;
use crate::words::ClauseWord;

pub(super) struct Demand {
    pub(super) word: Ident,
    /// The clause as messages show it.
    pub(super) text: String,
    kind: Kind,
    /// Those that could be read.
    paths: Vec<ExprPath>,
}

enum Kind {
    List(List),
    /// `None`: what was written makes no sense, but is a requirement nevertheless.
    Sentence(Option<Rule>),
}

pub(super) fn read(clauses: &Clauses, problems: &mut Problems) -> Vec<Demand> {
    clauses.iter().filter_map(|known| demand(known, problems)).collect()
}

fn demand(known: &Known, problems: &mut Problems) -> Option<Demand> {
    let mut paths = Vec::new();
    let kind = match known.word.list() {
        Some((of, quantity)) => Kind::List(lists::read(known, of, quantity, problems)),
        None if known.word == ClauseWord::Require => {
            paths = paths::of_condition(known);
            Kind::Sentence(require::read(known, problems))
        }
        None => return None,
    };
    let text = weigh::text(&known.clause.to_token_stream());
    if let Kind::List(list) = &kind {
        paths = list.atoms.iter().filter_map(|atom| atom.name().path().cloned()).collect();
    }
    Some(Demand { word: known.at().clone(), text, kind, paths })
}

impl Demand {
    pub(super) fn list(&self) -> Option<&List> {
        match &self.kind {
            Kind::List(list) => Some(list),
            Kind::Sentence(..) => None,
        }
    }

    /// All that is asked for.
    pub(super) fn atoms(&self) -> Vec<&Atom> {
        match &self.kind {
            Kind::List(list) => list.atoms.iter().collect(),
            Kind::Sentence(rule) => rule.as_ref().map(Rule::atoms).unwrap_or_default(),
        }
    }

    pub(super) fn paths(&self) -> Vec<ExprPath> {
        self.paths.clone()
    }

    pub(super) fn into_rule(self) -> Option<Rule> {
        match self.kind {
            Kind::List(list) => list.into_rule(),
            Kind::Sentence(rule) => rule,
        }
    }
}
