//! A warning at the user's word. Only rustc can warn on the stable toolchain, so it is made to:
//! it underlines each use of something deprecated.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::Attribute;

use crate::model::Warning;

/// The anonymous constant around it keeps the name out of the user's scope.
pub(super) fn warning(warning: &Warning, cfgs: &[Attribute]) -> TokenStream {
    let Warning { at, note } = warning;
    let mut name = at.clone();
    name.set_span(Span::call_site());
    let name: Ident = name;
    quote! {
        #(#cfgs)*
        const _: () = {
            #[deprecated(note = #note)]
            #[allow(non_upper_case_globals, reason = "named as the user's word is")]
            const #name: () = ();
            #at
        };
    }
}
