//! The macro called as a function: what it says of mistakes, and what users will compile.

mod expansion;
mod mistakes;

use std::fmt::Write;

use expect_test::Expect;
use proc_macro2::{TokenStream, TokenTree};

use super::from_principal;

fn expanded(source: &str) -> TokenStream {
    from_principal(source.parse().expect(source))
}

/// What is said of each source, with what is underlined.
fn told(sources: &[&str], expected: Expect) {
    let mut told = String::new();
    for source in sources {
        writeln!(told, "{source}").unwrap();
        errors(source).iter().for_each(|error| writeln!(told, "    {error}").unwrap());
    }
    expected.assert_eq(&told);
}

fn errors(source: &str) -> Vec<String> {
    let tokens: Vec<_> = expanded(source).into_iter().collect();
    let is_error =
        |token: &TokenTree| matches!(token, TokenTree::Ident(word) if word == "compile_error");
    let errors = tokens.iter().enumerate().filter(|(_, token)| is_error(token));
    errors.map(|(at, _)| crate::testing::error(source, &tokens[at - 5..at + 3])).collect()
}
