//! Helpers of the unit tests: the macro is called as a function on the text of an item.

use std::ops::Range;

use proc_macro2::{TokenStream, TokenTree};

use crate::endpoint2;

/// The expansion of an item that begins with `#[endpoint(…)]`.
pub(crate) fn expanded(source: &str) -> TokenStream {
    let mut tokens = source.parse::<TokenStream>().expect(source).into_iter();
    let attribute = match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Punct(_)), Some(TokenTree::Group(attribute))) => attribute,
        other => panic!("no attribute: {other:?}"),
    };
    let inside = attribute.stream().into_iter().nth(1);
    let attribute = match inside {
        Some(TokenTree::Group(clauses)) => clauses.stream(),
        _ => TokenStream::new(),
    };
    endpoint2(attribute, tokens.collect())
}

/// What is underlined and what is said, for each error.
pub(crate) fn errors(source: &str) -> Vec<String> {
    let tokens: Vec<_> = expanded(source).into_iter().collect();
    let is_error =
        |token: &TokenTree| matches!(token, TokenTree::Ident(word) if word == "compile_error");
    let errors = tokens.iter().enumerate().filter(|(_, token)| is_error(token));
    errors.map(|(at, _)| error(source, &tokens[at - 5..at + 3])).collect()
}

/// `::core::compile_error!{ message }`, of which the first and the last token have the span.
pub(crate) fn error(source: &str, tokens: &[TokenTree]) -> String {
    let [from, .., TokenTree::Group(message)] = tokens else { panic!("no message: {tokens:?}") };
    let range = from.span().byte_range().start..message.span().byte_range().end;
    let message: syn::LitStr = syn::parse2(message.stream()).expect("a message");
    format!("{} <- {}", underlined(source, range), message.value())
}

fn underlined(source: &str, range: Range<usize>) -> &str {
    if range.is_empty() { "(the attribute)" } else { &source[range] }
}
