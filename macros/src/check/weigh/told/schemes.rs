//! What does not fit to `schemes`.

use super::super::part::{Kind, Part, Written};
use super::super::schemes::Dead;
use super::super::text::text;
use super::super::world::scheme;
use super::phrases::{joined, listed, note, note_schemes};
use crate::model::Name;
use crate::nearest::nearest;
use crate::problems::{Problems, shown};

pub(super) fn tell_unlisted(written: &Written, part: &Part, problems: &mut Problems) {
    let names = written.schemes.iter().flat_map(|schemes| &schemes.names);
    let names: Vec<_> = names.filter_map(value).collect();
    let known: Vec<_> = names.iter().map(String::as_str).collect();
    let asked = match &part.kind {
        Kind::Is(atom) => scheme(atom).and_then(value).unwrap_or_default(),
        _ => String::new(),
    };
    let next = match nearest(&asked, &known) {
        Some(near) => format!("did you mean `\"{near}\"`?"),
        None => "add it there, or remove it".to_owned(),
    };
    let condition = text(&part.at);
    problems.report(
        &part.at,
        format!("`{condition}` can never hold: `schemes` does not list it; {next}"),
    );
    note_schemes(written, problems);
}

pub(super) fn tell_dead(written: &Written, dead: &Dead, problems: &mut Problems) {
    let reasons = listed(&dead.reasons);
    let verb = if reasons.len() == 1 { "shuts" } else { "shut" };
    let (name, because) = (shown(dead.name), joined(&reasons, "and"));
    let message =
        format!("nobody can enter by `{name}`: {because} {verb} it out; remove it, or let it in");
    problems.report(dead.name, message);
    note(written, &dead.reasons, problems);
}

fn value(name: &Name) -> Option<String> {
    match name {
        Name::Text(text) => Some(text.value()),
        Name::Variant(_) | Name::Constant(_) | Name::Policy(_) => None,
    }
}
