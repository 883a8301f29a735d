//! What is wrong with an attribute: everything at once, but no echoes. Knows no words and no rules.

use std::fmt::Display;

use proc_macro2::Span;
use quote::ToTokens;
use syn::Error;

/// Collects every mistake, so that three typos cost one build and not three.
#[derive(Default)]
#[must_use = "problems are lost unless finished"]
pub(crate) struct Problems {
    found: Option<Error>,
    /// Told only when nothing is in `found`: what is missing may merely have been misspelt.
    missing: Option<Error>,
}

impl Problems {
    pub(crate) fn report(&mut self, at: impl ToTokens, message: impl Display) {
        self.add(Error::new_spanned(at, message));
    }

    /// Two of the user's tokens that do not go together: both are pointed at.
    pub(crate) fn clash(
        &mut self,
        at: impl ToTokens,
        message: impl Display,
        other: impl ToTokens,
        there: impl Display,
    ) {
        self.report(at, message);
        self.report(other, there);
    }

    /// Something that should have been written.
    pub(crate) fn missing(&mut self, at: impl ToTokens, message: impl Display) {
        self.add_unless_found(Error::new_spanned(at, message));
    }

    /// An error that may only be the echo of another.
    pub(crate) fn add_unless_found(&mut self, error: Error) {
        push(&mut self.missing, error);
    }

    pub(crate) fn add(&mut self, error: Error) {
        push(&mut self.found, error);
    }

    /// How many were found.
    pub(crate) fn count(&self) -> usize {
        [&self.found, &self.missing]
            .into_iter()
            .flatten()
            .flat_map(|errors| errors.into_iter())
            .count()
    }

    /// The value, if nothing was wrong.
    pub(crate) fn finish<T>(self, value: Option<T>) -> Result<T, Error> {
        match value {
            Some(value) if self.found.is_none() && self.missing.is_none() => Ok(value),
            _ => Err(self.into_error()),
        }
    }

    /// For a caller who knows that something was wrong.
    pub(crate) fn into_error(self) -> Error {
        // INVARIANT: nothing is absent from the model unless a problem was reported. Were it not
        // so, the endpoint still must not compile.
        let unexplained = "this endpoint cannot be read; please report it as a bug of portcullis";
        self.found.or(self.missing).unwrap_or_else(|| Error::new(Span::call_site(), unexplained))
    }
}

fn push(errors: &mut Option<Error>, error: Error) {
    match errors {
        Some(first) => first.combine(error),
        None => *errors = Some(error),
    }
}

/// The user's own text, as messages show it.
pub(crate) fn shown(tokens: impl ToTokens) -> String {
    let text = tokens.to_token_stream().to_string();
    // How tokens are spaced in text differs between rustc and unit tests.
    text.replace(" :: ", "::").replace(":: ", "::")
}
