//! Rules and names as constants of the runtime.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::private::Private;
use super::variant;
use crate::model::{Atom, Literal, Name, NonEmpty, Rule};
use crate::words::Fact;

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
            let name = of_kind(name, *fact, private);
            quote!(#private::rule::#fact(#name))
        }
        Atom::ClaimIs(name, value) => {
            let (name, kind) = (of_kind(name, Fact::Claim, private), kind(value));
            quote!(#private::rule::claim_is(#name, #private::rule::#kind(#value)))
        }
    }
}

/// A name, and that it is one of this kind if it is a variant.
pub(crate) fn of_kind(name: &Name, fact: Fact, private: &Private) -> TokenStream {
    match name {
        Name::Variant(path) => variant::text(path, fact, private),
        other => self::name(other),
    }
}

/// A name that belongs to no vocabulary.
pub(super) fn name(name: &Name) -> TokenStream {
    match name {
        Name::Text(text) => text.to_token_stream(),
        Name::Constant(path) | Name::Policy(path) | Name::Variant(path) => path.to_token_stream(),
    }
}

fn kind(value: &Literal) -> TokenStream {
    match value {
        Literal::Text(_) => quote!(text),
        Literal::Integer(..) => quote!(integer),
        Literal::Boolean(_) => quote!(boolean),
    }
}
