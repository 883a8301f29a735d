//! The name as it is shown and as it is written in JSON and its kin.

use proc_macro2::TokenStream;
use quote::quote;

use super::Subject;
use crate::expand::{Private, ours};

pub(super) fn text(of: &Subject, kind: &TokenStream, private: &Private) -> TokenStream {
    let (display, serialize) = (display(of), serialize(of, private));
    let deserialize = deserialize(of, kind, private);
    quote!(#display #serialize #deserialize)
}

fn display(of: &Subject) -> TokenStream {
    let formatter = ours("formatter");
    let items = quote! {
        fn fmt(&self, #formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            ::core::fmt::Formatter::pad(#formatter, Self::as_str(self))
        }
    };
    of.implements(&quote!(::core::fmt::Display), &items)
}

fn serialize(of: &Subject, private: &Private) -> TokenStream {
    let (serializer, serde) = (ours("serializer"), quote!(#private::serde));
    let items = quote! {
        fn serialize<S: #serde::Serializer>(
            &self,
            #serializer: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            #serde::Serializer::serialize_str(#serializer, Self::as_str(self))
        }
    };
    of.implements(&quote!(#serde::Serialize), &items)
}

fn deserialize(of: &Subject, kind: &TokenStream, private: &Private) -> TokenStream {
    let (deserializer, serde) = (ours("deserializer"), quote!(#private::serde));
    let items = quote! {
        fn deserialize<D: #serde::Deserializer<'de>>(
            #deserializer: D,
        ) -> ::core::result::Result<Self, D::Error> {
            #private::vocabulary::deserialize(#kind, #deserializer)
        }
    };
    of.implements_deserialize(&quote!(#serde::Deserialize<'de>), &items)
}
