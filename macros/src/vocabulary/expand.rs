//! From a vocabulary to its impls. Full paths only: the user's scope is not looked at.

mod conversions;
mod linked;
mod names;
mod text;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::{Error, Generics};

use super::model::Vocabulary;
use crate::expand::Private;
use crate::words::{Fact, Word};

pub(super) fn vocabulary(vocabulary: &Vocabulary) -> TokenStream {
    let private = Private(&vocabulary.runtime);
    let impls = impls(vocabulary, &names::sound(vocabulary), &private);
    let linked = vocabulary.kind.map(|kind| linked::linked(vocabulary, kind, &private));
    quote!(#impls #linked)
}

/// The same impls for an item that is no vocabulary, so that no second error follows where it is
/// used. They never run: the item does not compile.
pub(super) fn stand_ins(vocabulary: &Vocabulary, errors: &Error) -> TokenStream {
    let errors = errors.to_compile_error();
    let impls = impls(vocabulary, &names::absent(vocabulary), &Private(&vocabulary.runtime));
    quote!(#errors #impls)
}

fn impls(vocabulary: &Vocabulary, names: &TokenStream, private: &Private) -> TokenStream {
    let kind = kind(vocabulary.kind.unwrap_or(Fact::Role), private);
    let of = Subject(vocabulary);
    let markers = markers(vocabulary, &of, private);
    let conversions = conversions::conversions(&of);
    let text = text::text(&of, &kind, private);
    quote!(#names #markers #conversions #text)
}

/// The kind of its names, for the compiler. Where it is not known: all of them.
fn markers(vocabulary: &Vocabulary, of: &Subject, private: &Private) -> TokenStream {
    let kinds = match vocabulary.kind {
        Some(kind) => vec![kind],
        None => vec![Fact::Role, Fact::Permission, Fact::Scope, Fact::Claim],
    };
    let markers = kinds.into_iter().map(|kind| {
        let marker = Ident::new(&format!("{}Name", kind.variant()), Span::call_site());
        let itself = quote!(
            type Itself = Self;
        );
        let marker = of.implements(&quote!(#private::vocabulary::#marker), &itself);
        // Where another enum is of the wrong kind, this one is no advice.
        quote!(#[diagnostic::do_not_recommend] #marker)
    });
    quote!(#(#markers)*)
}

fn kind(kind: Fact, private: &Private) -> TokenStream {
    let kind = Ident::new(kind.variant(), Span::call_site());
    quote!(#private::vocabulary::Kind::#kind)
}

/// The enum as impls name it. One with generics is told, and yet stands behind `for`.
struct Subject<'a>(&'a Vocabulary<'a>);

impl Subject<'_> {
    fn implements(&self, of: &impl ToTokens, items: &TokenStream) -> TokenStream {
        self.with(&self.0.generics.clone(), of, items)
    }

    /// With the lifetime `'de` for serde besides its own generics.
    fn implements_deserialize(&self, of: &TokenStream, items: &TokenStream) -> TokenStream {
        let mut generics = self.0.generics.clone();
        generics.params.insert(0, syn::parse_quote!('de));
        self.with(&generics, of, items)
    }

    fn with(&self, generics: &Generics, of: &impl ToTokens, items: &TokenStream) -> TokenStream {
        let this = self.this();
        let (generics, _, clause) = generics.split_for_impl();
        quote! {
            #[automatically_derived]
            impl #generics #of for #this #clause {
                #items
            }
        }
    }

    fn this(&self) -> TokenStream {
        let (name, (_, generics, _)) = (self.0.name, self.0.generics.split_for_impl());
        quote!(#name #generics)
    }
}
