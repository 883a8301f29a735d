//! The handler, verbatim, for the inside of a function: there nothing else can register it.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::Handler;

/// Without its docs, which belong to the struct that takes its name.
pub(super) fn nested(handler: &Handler) -> TokenStream {
    let Handler { attributes, signature, body, .. } = handler;
    quote! {
        #(#attributes)*
        #signature #body
    }
}
