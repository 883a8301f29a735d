//! A text that is no name of a vocabulary.

use std::error::Error;
use std::fmt::{self, Display, Formatter};

use super::Kind;
use crate::nearest::nearest;

/// What parsing a name of a [`Vocabulary`](derive@crate::Vocabulary) fails with. It says what
/// kind of name was expected, the text that was given, and the nearest name that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownName {
    kind: Kind,
    /// Cut to [`SHOWN`] characters.
    given: Box<str>,
    cut: bool,
    nearest: Option<&'static str>,
}

impl UnknownName {
    pub(super) fn new(kind: Kind, given: &str, known: &[&'static str]) -> Self {
        let shown = given.chars().take(SHOWN).collect::<String>();
        Self {
            kind,
            cut: shown.len() < given.len(),
            given: shown.into(),
            nearest: nearest(given, known.iter().copied()),
        }
    }

    /// The known name that was probably meant, if one is near.
    #[must_use]
    pub fn nearest(&self) -> Option<&'static str> {
        self.nearest
    }
}

impl Display for UnknownName {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let more = if self.cut { "…" } else { "" };
        // Quoted with escapes: the text may be a stranger's.
        write!(f, "{:?}{more} is no known {}", self.given, self.kind.noun())?;
        match self.nearest {
            Some(nearest) => write!(f, "; did you mean {nearest:?}?"),
            None => Ok(()),
        }
    }
}

impl Error for UnknownName {}

/// A text can be as long as a request; a log line need not be.
const SHOWN: usize = 64;
