//! `on(PUT, roles("Editor"), …)`: further requirements for one verb.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::ExprPath;

use super::clauses::{Clauses, Known};
use super::demands::{self, Demand};
use super::routes::Routed;
use super::shapes::{string, word};
use super::verbs::{self, Spoken};
use super::{authorize, clashes, repeats};
use crate::problems::Problems;
use crate::syntax::{self, Clause, Value};
use crate::words::{ClauseWord, Verb, Word};

pub(super) struct On {
    pub(super) spoken: Spoken,
    pub(super) demands: Vec<Demand>,
    pub(super) checks: Vec<ExprPath>,
}

pub(super) fn read(clauses: &Clauses, routes: &[Routed], problems: &mut Problems) -> Vec<On> {
    let mut all = Vec::new();
    for known in clauses.iter().filter(|known| known.word == ClauseWord::On) {
        all.extend(one(known, problems));
    }
    for on in &all {
        verbs::must_be_routed(&on.spoken, routes, problems);
    }
    let message = |on: &On, _: &On| {
        let verb = on.spoken.verb.text();
        format!("`on({verb}, …)` is written twice; put its requirements into one")
    };
    repeats::once(all, |one, two| one.spoken.verb == two.spoken.verb, message, problems)
}

fn one(known: &Known, problems: &mut Problems) -> Option<On> {
    let inside = known.parentheses(problems)?;
    let (head, clauses) = syntax::headed(inside, problems);
    let head = head?;
    if word(&head).is_none() && string(&head).is_none() {
        problems.report(head, "`on` begins with a verb: `on(PUT, roles(\"Editor\"))`");
        return None;
    }
    let spoken = verbs::read(&head, problems);
    let clauses = without_verbs(clauses, problems);
    let clauses = Clauses::read(clauses, problems);
    tell_no_requirements(&clauses, problems);
    let demands = demands::read(&clauses, problems);
    clashes::tell_met(&demands, &demands, problems);
    let checks = authorize::read(&clauses, problems);
    let spoken = spoken?;
    if demands.is_empty() && checks.is_empty() {
        let verb = spoken.verb.text();
        let message =
            format!("`on({verb})` demands nothing; add a requirement, such as `roles(\"Editor\")`");
        problems.missing(&known.clause, message);
    }
    Some(On { spoken, demands, checks })
}

/// A second verb is more likely than a clause of that name.
fn without_verbs(clauses: Vec<Clause>, problems: &mut Problems) -> Vec<Clause> {
    let is_verb = |clause: &Clause| {
        let known = Verb::ALL.iter().any(|verb| clause.word == verb.text());
        known && matches!(clause.value, Value::Nothing)
    };
    let (verbs, clauses): (Vec<_>, Vec<_>) = clauses.into_iter().partition(is_verb);
    for verb in verbs {
        let message = format!("`on` speaks of one verb; write a second `on({}, …)`", verb.word);
        problems.report(verb, message);
    }
    clauses
}

fn tell_no_requirements(clauses: &Clauses, problems: &mut Problems) {
    for known in clauses.iter().filter(|known| !known.word.keeps_out()) {
        let word = known.at();
        let message = format!("`{word}` cannot stand inside `on`; only requirements can");
        problems.report(&known.clause, message);
    }
}

impl ToTokens for On {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.spoken.to_tokens(tokens);
    }
}
