//! Rules and names as constants of the runtime.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;

use super::private::Private;
use crate::model::{Atom, Literal, Name, NonEmpty, Rule};

pub(super) fn rule(rule: &Rule, private: &Private) -> TokenStream {
    match rule {
        Rule::Is(atom) => self::atom(atom, private),
        Rule::Any(parts) => {
            let parts = rules(parts, private);
            quote!(#private::rule::any(const { &[#parts] }))
        }
        Rule::All(parts) => {
            let parts = rules(parts, private);
            quote!(#private::rule::all(const { &[#parts] }))
        }
        Rule::Not(part) => {
            let part = self::rule(part, private);
            quote!(#private::rule::not(const { &[#part] }))
        }
    }
}

pub(super) fn rules(parts: &NonEmpty<Rule>, private: &Private) -> TokenStream {
    let parts = parts.iter().map(|part| rule(part, private));
    quote!(#(#parts),*)
}

fn atom(atom: &Atom, private: &Private) -> TokenStream {
    match atom {
        // A policy that is an item is a rule already.
        Atom::Has(_, Name::Policy(path)) => path.to_token_stream(),
        Atom::Has(fact, name) => {
            let name = self::name(name);
            quote!(#private::rule::#fact(#name))
        }
        Atom::ClaimIs(name, value) => {
            let (name, kind) = (self::name(name), kind(value));
            quote!(#private::rule::claim_is(#name, #private::rule::#kind(#value)))
        }
    }
}

pub(super) fn name(name: &Name) -> TokenStream {
    match name {
        Name::Text(text) => text.to_token_stream(),
        Name::Constant(path) | Name::Policy(path) => path.to_token_stream(),
        // At the user's span, so that a type without `as_str` is told there.
        Name::Variant(path) => quote_spanned!(path.span()=> #path.as_str()),
    }
}

fn kind(value: &Literal) -> TokenStream {
    match value {
        Literal::Text(_) => quote!(text),
        Literal::Integer(..) => quote!(integer),
        Literal::Boolean(_) => quote!(boolean),
    }
}
