//! The only door into the runtime, and the only names of ours beside the user's.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::Path;

/// Written out in full wherever it is used: a `use` in the expansion would also be seen by the
/// user's handler.
pub(crate) struct Private<'a>(pub(crate) &'a Path);

impl Private<'_> {
    /// One name behind the door, for messages of rustc that shall underline the user's token.
    pub(super) fn at(&self, span: Span, name: &str) -> TokenStream {
        let name = Ident::new(name, span);
        let path = quote!(#self::#name);
        // A path of the user's is found from where it was written: it may begin with `$crate`.
        let is_ours = self.0.leading_colon.is_some();
        path.into_iter()
            .map(|mut token| {
                let own = token.span();
                token.set_span(if is_ours { span } else { own.located_at(span) });
                token
            })
            .collect()
    }
}

impl ToTokens for Private<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let runtime = self.0;
        tokens.extend(quote!(#runtime::__private));
    }
}

/// A name that the user's code does not see. Hygiene alone is not enough: an endpoint called
/// `request` is a unit struct, which a plain `request` among our parameters would match.
pub(crate) fn ours(name: &str) -> Ident {
    Ident::new(&format!("__portcullis_{name}"), Span::mixed_site())
}
