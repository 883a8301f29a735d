//! What users will compile, one file for each shape. `UPDATE_EXPECT=1` rewrites them.

use expect_test::Expect;

use proc_macro2::TokenStream;

use crate::testing::expanded;

mod anonymous;
mod anonymous_on_a_verb;
mod attributes;
mod authorize;
mod broken_attribute;
mod broken_handler;
mod dormant;
mod everything_else;
mod group;
mod lists;
mod method;
mod on;
mod policies;
mod readme;
mod require;
mod schemes_and_policies;
mod secure_by_default;
mod spans;
mod verbs_and_routes;

fn check(source: &str, expected: Expect) {
    check_tokens(expanded(source), expected);
}

fn check_tokens(tokens: TokenStream, expected: Expect) {
    let file: syn::File = syn::parse2(tokens).unwrap();
    expected.assert_eq(&prettyplease::unparse(&file));
}

#[test]
fn the_same_input_expands_the_same() {
    let source = r#"#[endpoint(get = "/a", roles("a", "b"))] async fn a() -> Answer { Answer }"#;
    assert_eq!(expanded(source).to_string(), expanded(source).to_string());
}
