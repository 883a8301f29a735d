//! The only door into the runtime.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::Path;

/// Written out in full wherever it is used: a `use` in the expansion would also be seen by the
/// user's handler.
pub(super) struct Private<'a>(pub(super) &'a Path);

impl ToTokens for Private<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let runtime = self.0;
        tokens.extend(quote!(#runtime::__private));
    }
}
