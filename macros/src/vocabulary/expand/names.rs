//! What the enum has of its own, `as_str` and `ALL`, and reading it from a text.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::model::Vocabulary;
use super::{Private, Subject, kind};
use crate::expand::ours;
use crate::words::Fact;

pub(super) fn sound(vocabulary: &Vocabulary) -> TokenStream {
    let (idents, names): (Vec<_>, Vec<_>) =
        vocabulary.variants.iter().map(|variant| (variant.ident, &variant.name)).unzip();
    let text = quote! {
        match self {
            #(Self::#idents => #names,)*
        }
    };
    let read = quote!(#(#names => ::core::result::Result::Ok(Self::#idents),)*);
    items(vocabulary, &text, &all(vocabulary, &quote!(#(Self::#idents),*)), &read)
}

pub(super) fn absent(vocabulary: &Vocabulary) -> TokenStream {
    let nothing = TokenStream::new();
    // Of a type parameter rustc would ask how long it lives.
    let all = match vocabulary.generics.params.is_empty() {
        true => all(vocabulary, &nothing),
        false => TokenStream::new(),
    };
    items(vocabulary, &quote!(""), &all, &nothing)
}

fn all(vocabulary: &Vocabulary, variants: &TokenStream) -> TokenStream {
    let visibility = vocabulary.visibility;
    quote! {
        /// Every name, in the order of the variants.
        #visibility const ALL: &'static [Self] = &[#variants];
    }
}

fn items(
    vocabulary: &Vocabulary,
    text: &TokenStream,
    all: &TokenStream,
    read: &TokenStream,
) -> TokenStream {
    let private = &Private(&vocabulary.runtime);
    let (of, visibility) = (Subject(vocabulary), vocabulary.visibility);
    let this = of.this();
    let (generics, _, clause) = vocabulary.generics.split_for_impl();
    let from_str = from_str(vocabulary, read, private);
    quote! {
        #[automatically_derived]
        #[allow(dead_code, deprecated, reason = "for whoever needs it")]
        impl #generics #this #clause {
            #all

            /// The name as callers have it.
            #[must_use]
            #visibility const fn as_str(&self) -> &'static str {
                #text
            }
        }

        #from_str
    }
}

fn from_str(vocabulary: &Vocabulary, read: &TokenStream, private: &Private) -> TokenStream {
    let kind = kind(vocabulary.kind.unwrap_or(Fact::Role), private);
    let names = vocabulary.variants.iter().map(|variant| &variant.name);
    let text = ours("text");
    let items = quote! {
        type Err = #private::UnknownName;

        #[allow(deprecated, reason = "names that are deprecated are still read")]
        fn from_str(#text: &str) -> ::core::result::Result<Self, #private::UnknownName> {
            match #text {
                #read
                _ => ::core::result::Result::Err(
                    #private::vocabulary::unknown(#kind, #text, &[#(#names),*]),
                ),
            }
        }
    };
    Subject(vocabulary).implements(&quote!(::core::str::FromStr), &items)
}
