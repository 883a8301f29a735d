//! Paths of an attribute that made no sense, where an editor completes and follows them, and rustc
//! takes their imports for used. Never runs.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::{Attribute, ExprPath};

pub(super) fn kept(paths: &[ExprPath], cfgs: &[Attribute]) -> TokenStream {
    if paths.is_empty() {
        return TokenStream::new();
    }
    let uses = paths.iter().map(|path| {
        let from = path.to_token_stream().into_iter().next();
        let span = from.map_or_else(proc_macro2::Span::call_site, |token| token.span());
        quote_spanned!(span=> let _ = &#path;)
    });
    quote! {
        #(#cfgs)*
        const _: fn() = || { #(#uses)* };
    }
}
