//! `#[derive(Vocabulary)]`: `read` (attributes → words) → `check` (words → `model`) → `expand`
//! (model → tokens).

mod case;
mod check;
mod expand;
mod model;
mod names;
mod read;
mod words;

use proc_macro2::TokenStream;

use crate::problems::Problems;

/// The impls of an enum, or what is wrong with it and stand-ins for them.
pub(crate) fn vocabulary(item: TokenStream) -> TokenStream {
    let mut problems = Problems::default();
    match syn::parse2(item) {
        Ok(item) => {
            let written = read::item(&item, &mut problems);
            let vocabulary = check::vocabulary(&item, &written, &mut problems);
            match problems.finish(Some(())) {
                Ok(()) => expand::vocabulary(&vocabulary),
                Err(errors) => expand::stand_ins(&vocabulary, &errors),
            }
        }
        Err(error) => error.to_compile_error(),
    }
}

#[cfg(test)]
mod tests;
