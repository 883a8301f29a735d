//! `#[derive(FromPrincipal)]`: `read` (attributes → words) → `check` (words → `model`) → `expand`
//! (model → tokens).

mod check;
mod expand;
mod model;
mod read;
mod words;

use proc_macro2::TokenStream;

use crate::problems::Problems;

/// The impls of a struct, or what is wrong with it and stand-ins for them.
pub(crate) fn from_principal(item: TokenStream) -> TokenStream {
    let mut problems = Problems::default();
    match syn::parse2(item) {
        Ok(item) => {
            let typed = check::typed(&item, &mut problems);
            match problems.finish(Some(())) {
                Ok(()) => expand::typed(&typed),
                Err(errors) => expand::stand_ins(&typed, &errors),
            }
        }
        Err(error) => error.to_compile_error(),
    }
}

#[cfg(test)]
mod tests;
