//! A variant of a vocabulary as a text, if it is of the right kind.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::{ToTokens, quote_spanned};
use syn::ExprPath;

use super::private::Private;
use crate::words::{Fact, Word};

/// The call ends where the user's path ends. So rustc sees one span in the call and in its
/// argument, and tells a variant of another kind once and not twice.
pub(super) fn text(path: &ExprPath, fact: Fact, private: &Private) -> TokenStream {
    let (from, to) = ends(path);
    let check = Ident::new(fact.text(), from);
    let module = private.at(from, "vocabulary");
    let mut argument = Group::new(Delimiter::Parenthesis, quote_spanned!(from=> &#path));
    argument.set_span(to);
    quote_spanned!(from=> #module::#check #argument.as_str())
}

fn ends(path: &ExprPath) -> (Span, Span) {
    let tokens = path.to_token_stream();
    let mut spans = tokens.into_iter().map(|token| token.span());
    let from = spans.next().unwrap_or_else(Span::call_site);
    (from, spans.last().unwrap_or(from))
}
