//! The functions of `authorize`, behind pointers of one type.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::private::{Private, ours};
use crate::model::Check;
use crate::problems::shown;

pub(super) fn check(Check { verb, of }: &Check, private: &Private) -> TokenStream {
    let name = shown(of);
    let verb = match verb {
        Some(verb) => quote!(::core::option::Option::Some(#private::Verb::#verb)),
        None => quote!(::core::option::Option::None),
    };
    let request = ours("request");
    // At the user's path: there rustc tells of a function that cannot be asked.
    let check = private.at(of.span(), "check");
    let check = quote_spanned!(of.span()=> #check(#of, #request));
    quote!(#private::Check { verb: #verb, name: #name, run: |#request| #check })
}
