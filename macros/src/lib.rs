//! The attribute macros of `portcullis`; use that crate, not this one.
//!
//! What is written flows one way through this crate:
//! `syntax` (tokens → clauses) → `check` (clauses → `model`) → `expand` (model → tokens).
//! `words` is the one vocabulary of all three, `problems` collects what they find wrong.

mod check;
mod expand;
mod model;
mod nearest;
mod problems;
mod syntax;
#[cfg(test)]
mod testing;
mod words;

use proc_macro2::TokenStream;

use crate::problems::Problems;

/// Says who may call a handler; see `portcullis::endpoint`.
#[cfg(proc_macro)]
#[proc_macro_attribute]
pub fn endpoint(
    attribute: proc_macro::TokenStream,
    item: proc_macro::TokenStream,
) -> proc_macro::TokenStream {
    endpoint2(attribute.into(), item.into()).into()
}

/// The same as a function, where these sources are built as a plain library: for fuzzing.
#[cfg(not(proc_macro))]
pub fn endpoint(attribute: TokenStream, item: TokenStream) -> TokenStream {
    endpoint2(attribute, item)
}

fn endpoint2(attribute: TokenStream, item: TokenStream) -> TokenStream {
    let mut problems = Problems::default();
    let clauses = syntax::clauses(attribute, &mut problems);
    let item = syntax::item(item);
    match check::endpoint(clauses, item, problems) {
        Ok(endpoint) => expand::endpoint(&endpoint),
        Err(broken) => expand::fallback(&broken),
    }
}
