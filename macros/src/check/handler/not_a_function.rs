//! Items that are no function, or none that can be read.

use proc_macro2::{Ident, TokenStream, TokenTree};

use crate::problems::Problems;

pub(super) fn tell(item: &TokenStream, error: syn::Error, problems: &mut Problems) {
    match keyword(item) {
        Some(keyword) => {
            let message = format!("`endpoint` guards an `async fn`, which this `{keyword}` is not");
            problems.report(&keyword, message);
        }
        None => problems.add(error),
    }
}

/// The keyword that says what the item is, if it is no function.
fn keyword(item: &TokenStream) -> Option<Ident> {
    let is = |token: &TokenTree, text| matches!(token, TokenTree::Ident(word) if word == text);
    let tokens: Vec<_> = item.clone().into_iter().collect();
    if tokens.iter().any(|token| is(token, "fn")) {
        return None;
    }
    tokens.into_iter().find_map(|token| match token {
        TokenTree::Ident(word) if KEYWORDS.iter().any(|keyword| word == keyword) => Some(word),
        _ => None,
    })
}

const KEYWORDS: [&str; 11] = [
    "const",
    "enum",
    "impl",
    "macro_rules",
    "mod",
    "static",
    "struct",
    "trait",
    "type",
    "union",
    "use",
];
