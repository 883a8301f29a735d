//! The vocabulary as constant data, where the linker collects those of a program.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;

use super::super::model::Vocabulary;
use super::{Private, kind};
use crate::words::Fact;

pub(super) fn linked(vocabulary: &Vocabulary, of: Fact, private: &Private) -> TokenStream {
    let name = vocabulary.name.unraw().to_string();
    let names = vocabulary.variants.iter().map(|variant| &variant.name);
    let kind = kind(of, private);
    quote! {
        const _: () = {
            #[#private::linkme::distributed_slice(#private::VOCABULARIES)]
            #[linkme(crate = #private::linkme)]
            static LINKED: &'static #private::vocabulary::Vocabulary =
                &#private::vocabulary::Vocabulary {
                    kind: #kind,
                    name: #name,
                    module: ::core::module_path!(),
                    file: ::core::file!(),
                    line: ::core::line!(),
                    names: &[#(#names),*],
                };
        };
    }
}
