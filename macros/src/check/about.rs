//! The clauses that grant and demand nothing: texts, tags, `wrap`, `manual`, `accept`.

use syn::{Expr, LitStr};

use super::clauses::Clauses;
use super::repeats;
use super::shapes::{string, word};
use crate::model::About;
use crate::problems::{Problems, shown};
use crate::words::{self, ClauseWord, Notice};

pub(super) fn read(clauses: &Clauses, problems: &mut Problems) -> About {
    About {
        name: text(ClauseWord::Name, clauses, problems),
        summary: text(ClauseWord::Summary, clauses, problems),
        description: text(ClauseWord::Description, clauses, problems),
        tags: tags(clauses, problems),
    }
}

fn text(word: ClauseWord, clauses: &Clauses, problems: &mut Problems) -> Option<LitStr> {
    let known = clauses.of(word)?;
    let text = known.text(problems)?;
    if text.value().trim().is_empty() {
        problems.report(&text, format!("`{0}` is empty; write it, or remove `{0}`", known.at()));
    }
    Some(text)
}

pub(super) fn tags(clauses: &Clauses, problems: &mut Problems) -> Vec<LitStr> {
    let Some(known) = clauses.of(ClauseWord::Tags) else {
        return Vec::new();
    };
    let mut tags = Vec::new();
    for entry in known.list(problems) {
        match string(&entry) {
            Some(text) if text.value().trim() != text.value() || text.value().is_empty() => {
                let message = format!("`{}` is empty or has blanks around it", shown(&text));
                problems.report(text, message);
            }
            Some(text) => tags.push(text),
            None => problems.report(entry, "a tag is a string: `\"admin\"`"),
        }
    }
    repeats::in_list(tags, known.at(), |one, two| one.value() == two.value(), problems)
}

pub(super) fn wrap(clauses: &Clauses, problems: &mut Problems) -> Option<Expr> {
    clauses.of(ClauseWord::Wrap)?.expression(problems).cloned()
}

pub(super) fn manual(clauses: &Clauses, problems: &mut Problems) -> bool {
    clauses.of(ClauseWord::Manual).is_some_and(|known| known.nothing(problems))
}

pub(super) fn accept(clauses: &Clauses, problems: &mut Problems) -> Vec<Notice> {
    let Some(known) = clauses.of(ClauseWord::Accept) else {
        return Vec::new();
    };
    let mut accepted = Vec::new();
    for entry in known.list(problems) {
        match word(&entry) {
            Some(written) => accepted.push(written.clone()),
            None => problems.report(entry, "expected a word, such as `dormant`"),
        }
    }
    let accepted = repeats::in_list(accepted, known.at(), |one, two| one == two, problems);
    accepted.iter().filter_map(|written| words::find(written, problems)).collect()
}
