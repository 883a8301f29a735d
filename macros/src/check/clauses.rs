//! Clauses whose word is known, each word as often as it may stand. Values are not looked at.

use syn::Ident;

use crate::problems::Problems;
use crate::syntax::Clause;
use crate::words::{self, ClauseWord};

pub(super) struct Clauses(Vec<Known>);

pub(super) struct Known {
    pub(super) word: ClauseWord,
    pub(super) clause: Clause,
}

impl Clauses {
    pub(super) fn read(written: Vec<Clause>, problems: &mut Problems) -> Self {
        let mut known: Vec<Known> = Vec::new();
        for clause in written {
            let Some(word) = words::find::<ClauseWord>(&clause.word, problems) else {
                continue;
            };
            let earlier = known.iter().find(|earlier| earlier.word == word);
            match earlier.filter(|_| !word.may_repeat()) {
                Some(first) => tell_repeated(first, &clause, problems),
                None => known.push(Known { word, clause }),
            }
        }
        Self(known)
    }

    pub(super) fn of(&self, word: ClauseWord) -> Option<&Known> {
        self.iter().find(|known| known.word == word)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Known> {
        self.0.iter()
    }
}

impl Known {
    /// The word as it stands in the user's text.
    pub(super) fn at(&self) -> &Ident {
        &self.clause.word
    }
}

fn tell_repeated(first: &Known, second: &Clause, problems: &mut Problems) {
    let word = &second.word;
    problems.clash(
        word,
        format!("`{word}` is written twice; keep one"),
        first.at(),
        format!("the first `{word}` is here"),
    );
}
