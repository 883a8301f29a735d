//! From what the user wrote to a word, or to the nearest one.

use proc_macro2::Ident;

use super::Word;
use crate::nearest::nearest;
use crate::problems::Problems;

/// The word that the user wrote; if there is none of that text, the nearest is suggested.
pub(crate) fn find<W: Word>(written: &Ident, problems: &mut Problems) -> Option<W> {
    let found = W::ALL.iter().copied().find(|word| written == word.text());
    if found.is_none() {
        problems.report(written, unknown::<W>(&written.to_string()));
    }
    found
}

fn unknown<W: Word>(written: &str) -> String {
    let (noun, texts) = (W::NOUN, texts::<W>());
    match nearest(written, &texts) {
        Some(near) => format!("unknown {noun} `{written}`; did you mean `{near}`?"),
        None if texts.len() <= MOST_LISTED => {
            format!("unknown {noun} `{written}`; known are `{}`", texts.join("`, `"))
        }
        None => format!("unknown {noun} `{written}`; see the table of `portcullis::endpoint`"),
    }
}

fn texts<W: Word>() -> Vec<&'static str> {
    W::ALL.iter().map(|word| word.text()).collect()
}

/// Longer lists of known words are not read.
const MOST_LISTED: usize = 8;
