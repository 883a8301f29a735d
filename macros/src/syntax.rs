//! What is written, with every span, and without opinions: no vocabulary is known here.
//!
//! ```text
//! attribute  := clause ("," clause)* ","?
//! clause     := word | word "=" expression | word "(" inside ")"
//! inside     := entry ("," entry)* ","?        of a list: an entry is an expression
//!             | entry ("," clause)* ","?       of `on`
//!             | expression ","?                of `require`
//! ```
//!
//! How the inside of the parentheses is to be read, only the word tells; so it stays unread
//! until `check` asks for [`entries`], [`headed`] clauses or a [`Sentence`].

mod clause;
mod group;
mod item;
mod policies;
mod sentence;
mod separated;

use proc_macro2::TokenStream;
use syn::parse::ParseStream;
use syn::{Expr, Ident};

pub(crate) use self::clause::{Clause, Value};
pub(crate) use self::group::{Group, group};
pub(crate) use self::item::{Function, Item, item};
pub(crate) use self::policies::{Policies, Policy, policies};
pub(crate) use self::sentence::Sentence;
use self::separated::separated;
use crate::problems::Problems;

/// The clauses of an attribute.
pub(crate) fn clauses(tokens: TokenStream, problems: &mut Problems) -> Vec<Clause> {
    separated(tokens, problems)
}

/// The entries of a list.
pub(crate) fn entries(list: &proc_macro2::Group, problems: &mut Problems) -> Vec<Expr> {
    separated::listed(list, problems)
}

/// One entry, and behind it clauses.
pub(crate) fn headed(
    inside: &proc_macro2::Group,
    problems: &mut Problems,
) -> (Option<Expr>, Vec<Clause>) {
    separated::headed(inside, problems)
}

/// For an item whose name nothing is assigned to: at what stands there instead, if anything does.
fn without_equals(name: &Ident, input: ParseStream) -> syn::Error {
    let message = format!("expected `=` behind `{name}`");
    match input.is_empty() {
        true => syn::Error::new_spanned(name, message),
        false => input.error(message),
    }
}

/// An expression without the invisible parentheses that `macro_rules!` puts around its variables.
pub(crate) fn peeled(expression: &Expr) -> &Expr {
    match expression {
        Expr::Group(group) => peeled(&group.expr),
        other => other,
    }
}

#[cfg(test)]
mod tests;
