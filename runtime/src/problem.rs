//! What is wrong with a configuration, all of it at once, each with its place.

use std::error::Error;
use std::fmt::{self, Debug, Display, Formatter};
use std::panic::Location;

/// One thing that is wrong, or worth a second look, with the place to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    place: Option<(&'static str, u32)>,
    message: String,
}

impl Problem {
    /// Something is wrong: lower case, no full stop, with the next step.
    #[must_use]
    pub fn new(message: impl Into<String>) -> Self {
        Self { place: None, message: message.into() }
    }

    /// The source file and the line, from 1, that it is about.
    #[must_use]
    pub fn place(&self) -> Option<(&'static str, u32)> {
        self.place
    }

    /// What is wrong.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    pub(crate) fn at(self, file: &'static str, line: u32) -> Self {
        Self { place: self.place.or(Some((file, line))), ..self }
    }

    pub(crate) fn at_call(self, call: &'static Location<'static>) -> Self {
        self.at(call.file(), call.line())
    }
}

impl Display for Problem {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if let Some((file, line)) = self.place {
            write!(f, "{file}:{line}: ")?;
        }
        f.write_str(&self.message)
    }
}

/// Everything that keeps a [`Portcullis`](crate::Portcullis) from being built. `Debug` prints
/// the readable list too, since that is what `main` shows of an error.
#[derive(Clone, PartialEq, Eq)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter()
    }

    #[cfg(feature = "_jwt")]
    pub(crate) fn one(problem: Problem) -> Self {
        Self(vec![problem])
    }

    /// `value` if nothing is wrong.
    pub(crate) fn unless_empty<T>(problems: Vec<Problem>, value: T) -> Result<T, Self> {
        if problems.is_empty() { Ok(value) } else { Err(Self(problems)) }
    }
}

impl Display for Problems {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let plural = if self.0.len() == 1 { "" } else { "s" };
        write!(f, "{} problem{plural} with the authorization set-up:", self.0.len())?;
        self.0.iter().try_for_each(|problem| write!(f, "\n  - {problem}"))
    }
}

impl Debug for Problems {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Display::fmt(self, f)
    }
}

impl Error for Problems {}
