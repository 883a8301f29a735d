//! What could be left out.

use super::super::needless::Needless;
use super::super::part::Written;
use super::super::reason::{Reason, What};
use super::super::smallest::Group;
use super::super::text::text;
use super::never::clash;
use super::phrases::{joined, listed, note, note_part, spoken};
use crate::problems::Problems;

pub(super) fn tell(written: &Written, needless: &Needless, problems: &mut Problems) {
    if let (true, [], Some(_)) =
        (needless.is_whole(), &needless.reasons[..], needless.groups.first())
    {
        return needless.groups.iter().for_each(|group| tell_always(needless, group, problems));
    }
    let at = if needless.is_whole() { &needless.clause.at } else { &needless.part.at };
    let what = match needless.is_whole() {
        true => format!("`{}`", needless.clause.word),
        false => spoken(needless.clause, needless.part),
    };
    let message = match again(needless) {
        Some(message) => message,
        None => format!("{what} {}", why(needless)),
    };
    problems.report(at, message);
    note(written, &needless.reasons, problems);
}

/// The same words twice in one condition.
fn again(needless: &Needless) -> Option<String> {
    let [Reason { what: What::Part(clause, part), .. }] = needless.reasons[..] else {
        return None;
    };
    let (one, two) = (text(&needless.part.at), text(&part.at));
    let twice = one == two && std::ptr::eq(clause, needless.clause);
    twice.then(|| format!("`{one}` is in `{}` twice; remove one", clause.word))
}

/// A whole clause that everyone meets.
fn tell_always(needless: &Needless, group: &Group, problems: &mut Problems) {
    let Some((last, others)) = group.parts.split_last() else {
        return;
    };
    let word = &needless.clause.word;
    let why = by_itself(group);
    let next = if group.holds { "did you mean `&&`?" } else { "remove it" };
    problems.report(&last.at, format!("`{word}` demands nothing: {why}; {next}"));
    others.iter().for_each(|part| note_part(part, problems));
}

fn why(needless: &Needless) -> String {
    let (reasons, listed) = (&needless.reasons, listed(&needless.reasons));
    let (because, verb) = (joined(&listed, "and"), if listed.len() == 1 { "s" } else { "" });
    let held = reasons.iter().filter(|reason| reason.holds).count();
    match (needless.holds, &reasons[..]) {
        (true, []) => format!("adds nothing: {}; remove it", itself(needless)),
        (false, []) => format!("can never hold: {}; remove it", itself(needless)),
        (true, [Reason { what: What::Schemes, .. }]) => {
            "adds nothing: every scheme of `schemes` meets it; remove it".to_owned()
        }
        (true, [Reason { what: What::On, .. }]) => {
            "adds nothing: every judged verb demands as much in its `on`; remove it".to_owned()
        }
        (true, _) if held == reasons.len() => {
            format!(
                "adds nothing: {because} impl{} it; remove it",
                if verb == "s" { "ies" } else { "y" }
            )
        }
        (false, _) if held == reasons.len() => {
            format!("can never help: {because} exclude{verb} it; remove it")
        }
        (true, _) if held == 0 => {
            format!("adds nothing: where {because} fail{verb}, it always holds; remove it")
        }
        (false, _) if held == 0 => {
            format!("adds nothing: it implies {}; remove it", joined(&listed, "or"))
        }
        _ => format!("changes nothing beside {because}; remove it"),
    }
}

fn itself(needless: &Needless) -> String {
    needless.groups.first().map(by_itself).unwrap_or_default()
}

/// Why a condition is always, or never, met.
fn by_itself(group: &Group) -> String {
    let shown: Vec<_> = group.parts.iter().map(|part| format!("`{}`", text(&part.at))).collect();
    match group.holds {
        true => format!("one of {} always holds", joined(&shown, "and")),
        false => clash(&shown, &group.parts),
    }
}
