//! The verbs of `verbs`, `anonymous` and `on`. Whether they have a route is not asked here.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Expr, Ident};

use super::clauses::Known;
use super::repeats;
use super::routes::Routed;
use super::shapes::{string, word};
use crate::problems::Problems;
use crate::words::{self, Verb, Word};

/// A verb, and where it was written.
pub(super) struct Spoken {
    pub(super) verb: Verb,
    pub(super) at: Ident,
}

pub(super) fn list(known: &Known, problems: &mut Problems) -> Vec<Spoken> {
    let entries = known.list(problems);
    let spoken: Vec<_> = entries.iter().filter_map(|entry| read(entry, problems)).collect();
    repeats::in_list(spoken, known.at(), |one, two| one.verb == two.verb, problems)
}

pub(super) fn read(entry: &Expr, problems: &mut Problems) -> Option<Spoken> {
    if let Some(at) = word(entry) {
        let verb = words::find(at, problems)?;
        return Some(Spoken { verb, at: at.clone() });
    }
    let message = match string(entry) {
        Some(text) if text.value().chars().all(char::is_alphabetic) => {
            let verb = text.value().to_uppercase();
            format!("a verb is a word without quotes: `{verb}`")
        }
        _ => "expected a verb, such as `POST`".to_owned(),
    };
    problems.report(entry, message);
    None
}

/// A verb that the endpoint does not serve is a mistake, unless its route was merely misspelt.
pub(super) fn must_be_routed(spoken: &Spoken, routes: &[Routed], problems: &mut Problems) {
    let routed = |verb| routes.iter().any(|route| route.verb == verb);
    if routed(spoken.verb) {
        return;
    }
    let verb = spoken.verb.text();
    let route = format!("`{} = \"/path\"`", verb.to_lowercase());
    let message = if spoken.verb == Verb::Head && routed(Verb::Get) {
        format!("`HEAD` follows `GET` here; write `GET`, or give `HEAD` its own route {route}")
    } else {
        format!("`{verb}` has no route here; add {route}, or remove `{verb}`")
    };
    problems.missing(spoken, message);
}

impl ToTokens for Spoken {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.at.to_tokens(tokens);
    }
}
