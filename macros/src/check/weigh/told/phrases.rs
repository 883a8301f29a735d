//! What all messages are made of.

use proc_macro2::TokenStream;

use super::super::Kind;
use super::super::part::{Clause, On, Part, Written};
use super::super::reason::{Reason, What};
use super::super::text::text;
use super::super::world::scheme;
use crate::problems::Problems;

/// A part, in backticks; an entry of a list with its list.
pub(super) fn spoken(clause: &Clause, part: &Part) -> String {
    match clause.part.inside() {
        [_, _, ..] if clause.is_list && part.id() != clause.part.id() => {
            format!("`{}` in `{}`", text(&part.at), clause.word)
        }
        _ if clause.is_list => format!("`{}`", text(&clause.at)),
        _ => format!("`{}`", text(&part.at)),
    }
}

/// What the reasons are, each in backticks.
pub(super) fn listed(reasons: &[Reason]) -> Vec<String> {
    let one = |reason: &Reason| match reason.what {
        What::Part(clause, part) => spoken(clause, part),
        What::Schemes => "`schemes`".to_owned(),
        What::On => "every `on`".to_owned(),
    };
    reasons.iter().map(one).collect()
}

/// `a`, `a and b`, `a, b and c`.
pub(super) fn joined(texts: &[String], last: &str) -> String {
    match texts {
        [start @ .., end] if !start.is_empty() => format!("{} {last} {end}", start.join(", ")),
        _ => texts.join(", "),
    }
}

/// The other ends of what is told.
pub(super) fn note(written: &Written, reasons: &[Reason], problems: &mut Problems) {
    for reason in reasons {
        match reason.what {
            What::Part(_, part) => note_part(part, problems),
            What::Schemes => note_schemes(written, problems),
            What::On => written.on.iter().for_each(|on| note_on(on, problems)),
        }
    }
}

pub(super) fn note_part(part: &Part, problems: &mut Problems) {
    problems.report(&part.at, format!("`{}` is here", text(&part.at)));
}

fn note_on(on: &On, problems: &mut Problems) {
    let tokens = on.clauses.iter().map(|clause| clause.at.clone());
    let (verb, at) = (&on.verb, tokens.collect::<TokenStream>());
    problems.report(at, format!("`{verb}` demands it here"));
}

pub(super) fn note_schemes(written: &Written, problems: &mut Problems) {
    if let Some(schemes) = &written.schemes {
        problems.report(&schemes.word, "only these schemes may come");
    }
}

/// A caller comes by one scheme only, which is why some things exclude each other.
pub(super) fn one_scheme(parts: &[&Part]) -> &'static str {
    let is_scheme = |part: &&Part| match &part.kind {
        Kind::Is(atom) => scheme(atom).is_some(),
        _ => false,
    };
    if parts.len() > 1 && parts.iter().all(is_scheme) {
        ", since a caller comes by one scheme"
    } else {
        ""
    }
}
