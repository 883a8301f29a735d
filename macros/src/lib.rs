//! The attribute macros of `portcullis`; use that crate, not this one.
//!
//! What is written flows one way through this crate:
//! `syntax` (tokens → clauses) → `check` (clauses → `model`) → `expand` (model → tokens).
//! `words` is the one vocabulary of all three, `problems` collects what they find wrong.
//! `vocabulary` and `from_principal` are the derive macros, with the same stages of their own.

mod check;
mod expand;
mod from_principal;
mod model;
mod nearest;
mod problems;
mod syntax;
#[cfg(test)]
mod testing;
mod vocabulary;
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

/// Gives a policy a name; see `portcullis::policy`.
#[cfg(proc_macro)]
#[proc_macro]
pub fn policy(items: proc_macro::TokenStream) -> proc_macro::TokenStream {
    policy2(items.into()).into()
}

/// Gives endpoints a prefix and requirements in common; see `portcullis::group`.
#[cfg(proc_macro)]
#[proc_macro]
pub fn group(item: proc_macro::TokenStream) -> proc_macro::TokenStream {
    group2(item.into()).into()
}

/// Declares the names of one kind; see `portcullis::Vocabulary`.
#[cfg(proc_macro)]
#[proc_macro_derive(Vocabulary, attributes(vocabulary))]
pub fn vocabulary(item: proc_macro::TokenStream) -> proc_macro::TokenStream {
    vocabulary::vocabulary(item.into()).into()
}

/// Makes a struct of a caller; see `portcullis::FromPrincipal`.
#[cfg(proc_macro)]
#[proc_macro_derive(
    FromPrincipal,
    attributes(claim, permission, role, scope, id, issuer, principal)
)]
pub fn from_principal(item: proc_macro::TokenStream) -> proc_macro::TokenStream {
    from_principal::from_principal(item.into()).into()
}

/// The same as functions, where these sources are built as a plain library: for fuzzing.
#[cfg(not(proc_macro))]
mod plain {
    use proc_macro2::TokenStream;

    /// See `portcullis::endpoint`.
    pub fn endpoint(attribute: TokenStream, item: TokenStream) -> TokenStream {
        super::endpoint2(attribute, item)
    }

    /// See `portcullis::policy`.
    pub fn policy(items: TokenStream) -> TokenStream {
        super::policy2(items)
    }

    /// See `portcullis::group`.
    pub fn group(item: TokenStream) -> TokenStream {
        super::group2(item)
    }

    /// See `portcullis::Vocabulary`.
    pub fn vocabulary(item: TokenStream) -> TokenStream {
        super::vocabulary::vocabulary(item)
    }

    /// See `portcullis::FromPrincipal`.
    pub fn from_principal(item: TokenStream) -> TokenStream {
        super::from_principal::from_principal(item)
    }
}

#[cfg(not(proc_macro))]
pub use plain::{endpoint, from_principal, group, policy, vocabulary};

fn endpoint2(attribute: TokenStream, item: TokenStream) -> TokenStream {
    let mut problems = Problems::default();
    let clauses = syntax::clauses(attribute, &mut problems);
    let item = syntax::item(item);
    match check::endpoint(clauses, item, problems) {
        Ok(endpoint) => expand::endpoint(&endpoint),
        Err(broken) => expand::fallback(&broken),
    }
}

fn policy2(items: TokenStream) -> TokenStream {
    let mut problems = Problems::default();
    let policies = syntax::policies(items, &mut problems);
    match check::policies(policies, problems) {
        Ok(policies) => expand::policies(&policies),
        Err(broken) => expand::kept_policies(&broken),
    }
}

fn group2(item: TokenStream) -> TokenStream {
    let mut problems = Problems::default();
    let group = syntax::group(item, &mut problems);
    match check::group(group, problems) {
        Ok(group) => expand::group(&group),
        Err(broken) => expand::kept_group(&broken),
    }
}
