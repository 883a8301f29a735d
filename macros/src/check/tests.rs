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

/// Attributes of nothing but these clauses.
fn alone(clauses: &[&str], expected: Expect) {
    all(clauses, |clauses| format!("#[endpoint({clauses})] {HANDLER}"), expected);
}

/// Attributes of a sound route and these clauses.
fn beside_a_route(clauses: &[&str], expected: Expect) {
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
        &[r#"pots = "/a", roles("Admin", "Admin"), anonymous(PATCH), scopes("a b")"#],
        expect![[r#"
            pots = "/a", roles("Admin", "Admin"), anonymous(PATCH), scopes("a b")
                pots <- unknown clause `pots`; did you mean `post`?
                "Admin" <- `"Admin"` is in `roles` twice; remove one
                "Admin" <- the first is here
                "a b" <- `"a b"` is no scope: blanks separate scopes; write `"a", "b"`
        "#]],
    );
    let source = r#"#[endpoint(get = "a")] fn handler() {}"#;
    expect![[r#"
        "a" <- a path begins with `/`: `"/a"`
        fn <- a handler is async; write `async fn handler`
        handler <- a handler answers something; write `-> impl Responder` or a type"#]]
    .assert_eq(&errors(source).join("\n"));
}
