//! Conditions that nobody can meet.

use super::super::never::Never;
use super::super::part::{Clause, Part, Written};
use super::super::reason::What;
use super::super::smallest::Group;
use super::super::text::text;
use super::phrases::{joined, note_part, note_schemes, one_scheme, spoken};
use crate::problems::Problems;

pub(super) fn tell(written: &Written, never: &Never, problems: &mut Problems) {
    let mut parts: Vec<_> = never.conflict.iter().filter_map(|reason| part(reason.what)).collect();
    parts.sort_by_key(|(_, part)| part.id());
    if let [(clause, _)] = parts[..]
        && never.conflict.len() == 1
    {
        return never.groups.iter().for_each(|group| tell_group(clause, group, problems));
    }
    let by_schemes = parts.len() < never.conflict.len();
    let Some((clause, last)) = parts.last() else {
        return;
    };
    let shown: Vec<_> = parts.iter().map(|(clause, part)| spoken(clause, part)).collect();
    let bare: Vec<_> = parts.iter().map(|(_, part)| *part).collect();
    let one_clause = parts.iter().all(|(other, _)| std::ptr::eq(*other, *clause));
    let who = match never.on {
        _ if one_clause && !by_schemes => format!("`{}` can never be met", clause.word),
        None => "nobody can meet this".to_owned(),
        Some(on) => format!("nobody can enter by `{}`", on.verb),
    };
    let why = if by_schemes { shut_out(&shown) } else { clash(&shown, &bare) };
    let next = if one_clause && !by_schemes { OR } else { "change or remove one" };
    problems.report(&last.at, format!("{who}: {why}; {next}"));
    let others = bare.iter().rev().skip(1).rev();
    others.for_each(|part| note_part(part, problems));
    if by_schemes {
        note_schemes(written, problems);
    }
}

/// A clash inside of one condition.
fn tell_group(clause: &Clause, group: &Group, problems: &mut Problems) {
    let Some((last, others)) = group.parts.split_last() else {
        return;
    };
    let shown: Vec<_> = group.parts.iter().map(|part| format!("`{}`", text(&part.at))).collect();
    let word = &clause.word;
    let message = if group.holds {
        let either = joined(&shown, "and");
        format!(
            "`{word}` can never be met: one of {either} always holds, and it forbids both; forbid one"
        )
    } else {
        format!("`{word}` can never be met: {}; {OR}", clash(&shown, &group.parts))
    };
    problems.report(&last.at, message);
    others.iter().for_each(|part| note_part(part, problems));
}

pub(super) fn clash(shown: &[String], parts: &[&Part]) -> String {
    let number = if shown.len() > 2 { "all" } else { "both" };
    format!("{} cannot {number} hold{}", joined(shown, "and"), one_scheme(parts))
}

fn shut_out(shown: &[String]) -> String {
    match shown {
        [one] => format!("{one} shuts out every scheme of `schemes`"),
        several => {
            format!("{} together shut out every scheme of `schemes`", joined(several, "and"))
        }
    }
}

fn part<'a>(what: What<'a>) -> Option<(&'a Clause, &'a Part)> {
    match what {
        What::Part(clause, part) => Some((clause, part)),
        What::Schemes | What::On => None,
    }
}

const OR: &str = "did you mean `||`?";
