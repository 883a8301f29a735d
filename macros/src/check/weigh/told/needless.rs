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
    let listed = listed(&needless.reasons);
    let because = joined(&listed, "and");
    let (s, ies) = if listed.len() == 1 { ("s", "ies") } else { ("", "y") };
    match (needless.holds, around(&needless.reasons)) {
        (true, Around::Nothing) => format!("adds nothing: {}; remove it", itself(needless)),
        (false, Around::Nothing) => format!("can never hold: {}; remove it", itself(needless)),
        (true, Around::Schemes) => {
            "adds nothing: every scheme of `schemes` meets it; remove it".to_owned()
        }
        (true, Around::On) => {
            "adds nothing: every judged verb demands as much in its `on`; remove it".to_owned()
        }
        (true, Around::Demands) if needless.is_whole() => {
            format!("adds nothing: {because} impl{ies} it, and all clauses must hold; remove one")
        }
        (true, Around::Demands) => format!("adds nothing: {because} impl{ies} it; remove it"),
        (true, Around::Alternatives) => {
            format!("adds nothing: where {because} fail{s}, it always holds; remove it")
        }
        (false, Around::Alternatives) => {
            format!("adds nothing: it implies {}; remove it", joined(&listed, "or"))
        }
        (false, Around::Demands | Around::Schemes | Around::On) => {
            format!("can never help: {because} exclude{s} it; remove it")
        }
        (_, Around::Both) => format!("changes nothing beside {because}; remove it"),
    }
}

/// What it is that makes something needless.
enum Around {
    Nothing,
    Schemes,
    On,
    /// What must hold as well.
    Demands,
    /// What would do as well.
    Alternatives,
    Both,
}

fn around(reasons: &[Reason]) -> Around {
    let held = reasons.iter().filter(|reason| reason.holds).count();
    match reasons {
        [] => Around::Nothing,
        [Reason { what: What::Schemes, .. }] => Around::Schemes,
        [Reason { what: What::On, .. }] => Around::On,
        _ if held == reasons.len() => Around::Demands,
        _ if held == 0 => Around::Alternatives,
        _ => Around::Both,
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
