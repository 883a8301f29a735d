//! What is said about each mistake, and what is underlined: `underlined <- message`.

use std::fmt::Write;

use expect_test::{Expect, expect};

use crate::testing::errors;

mod access;
mod clauses;
mod handler;
mod names;
mod on;
mod require;
mod routes;
mod shapes;

/// Attributes of nothing but these clauses.
fn alone(clauses: &[&str], expected: Expect) {
    all(clauses, |clauses| format!("#[endpoint({clauses})] {HANDLER}"), expected);
}

/// Attributes of a sound route and these clauses.
pub(super) fn beside_a_route(clauses: &[&str], expected: Expect) {
    all(clauses, |clauses| format!("#[endpoint(get = \"/a\", {clauses})] {HANDLER}"), expected);
}

/// Items below a sound attribute.
fn below_a_route(items: &[&str], expected: Expect) {
    all(items, |item| format!("#[endpoint(get = \"/a\")] {item}"), expected);
}

fn all(cases: &[&str], source: impl Fn(&str) -> String, expected: Expect) {
    let mut all = String::new();
    for case in cases {
        writeln!(all, "{case}").unwrap();
        for error in errors(&source(case)) {
            writeln!(all, "    {error}").unwrap();
        }
    }
    expected.assert_eq(&all);
}

const HANDLER: &str = "async fn handler() -> Answer {}";

#[test]
fn several_mistakes_are_told_at_once() {
    alone(
        &[
            r#"pots = "/a", roles("Admin", "Admin"), anonymous(PATCH), scopes("a b")"#,
            r#"roles(), on(GET, scopes("")), schemes(1), manual = 1, summary = "", wrap, accept(x)"#,
        ],
        expect![[r#"
            pots = "/a", roles("Admin", "Admin"), anonymous(PATCH), scopes("a b")
                pots <- unknown clause `pots`; did you mean `post`?
                "Admin" <- `"Admin"` is in `roles` twice; remove one
                "Admin" <- the first is here
                "a b" <- `"a b"` is no scope: blanks separate scopes; write `"a", "b"`
            roles(), on(GET, scopes("")), schemes(1), manual = 1, summary = "", wrap, accept(x)
                x <- unknown warning `x`; known are `dormant`, `redundant`
                roles() <- `roles` is empty; write `roles("Admin")`, or remove it
                "" <- this scope is empty; name it, or remove it
                1 <- `1` is no scheme; a scheme is a string, or a path to a constant
                manual = 1 <- `manual` takes nothing; write `manual` alone
                "" <- `summary` is empty; write it, or remove `summary`
                wrap <- `wrap` takes an expression: `wrap = Logger::default()`
        "#]],
    );
}

#[test]
fn a_part_that_cannot_be_read_hides_no_other() {
    alone(
        &[
            r#"get = f(x y), wrap = f(x y), roles("a", f(x y), "a"), on(GET, roles("b", f(x y), "b"))"#,
        ],
        expect![[r#"
            get = f(x y), wrap = f(x y), roles("a", f(x y), "a"), on(GET, roles("b", f(x y), "b"))
                y <- expected `,`
                y <- expected `,`
                y <- expected `,`
                "a" <- `"a"` is in `roles` twice; remove one
                "a" <- the first is here
                y <- expected `,`
                "b" <- `"b"` is in `roles` twice; remove one
                "b" <- the first is here
        "#]],
    );
}

#[test]
fn mistakes_of_attribute_and_handler_are_told_at_once() {
    let source = r#"#[endpoint(get = "a")] fn handler() {}"#;
    expect![[r#"
        "a" <- a path begins with `/`: `"/a"`
        fn <- a handler is async; write `async fn handler`
        handler <- a handler answers something; write `-> impl Responder` or a type"#]]
    .assert_eq(&errors(source).join("\n"));
}
