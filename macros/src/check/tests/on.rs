//! Requirements for one verb.

use expect_test::expect;

use super::{alone, beside_a_route};

#[test]
fn verb() {
    beside_a_route(
        &[
            r#"on(POST, roles("a"))"#,
            r#"on(HEAD, roles("a"))"#,
            r#"on(get, roles("a"))"#,
            r#"on("GET", roles("a"))"#,
            r#"on(roles("a"))"#,
        ],
        expect![[r#"
        on(POST, roles("a"))
            POST <- `POST` has no route here; add `post = "/path"`, or remove `POST`
        on(HEAD, roles("a"))
            HEAD <- `HEAD` follows `GET` here; write `GET`, or give `HEAD` its own route `head = "/path"`
        on(get, roles("a"))
            get <- unknown verb `get`; did you mean `GET`?
        on("GET", roles("a"))
            "GET" <- a verb is a word without quotes: `GET`
        on(roles("a"))
            roles("a") <- `on` begins with a verb: `on(PUT, roles("Editor"))`
    "#]],
    );
    alone(
        &[r#"get = "/a", post = "/a", on(GET, POST, roles("a"))"#],
        expect![[r#"
        get = "/a", post = "/a", on(GET, POST, roles("a"))
            POST <- `on` speaks of one verb; write a second `on(POST, …)`
    "#]],
    );
}

#[test]
fn twice() {
    beside_a_route(
        &[r#"on(GET, roles("a")), on(GET, scopes("b"))"#],
        expect![[r#"
        on(GET, roles("a")), on(GET, scopes("b"))
            GET <- `on(GET, …)` is written twice; put its requirements into one
            GET <- the first is here
    "#]],
    );
}

#[test]
fn demands_nothing() {
    beside_a_route(
        &["on(GET)", r#"on(GET, role("a"))"#],
        expect![[r#"
        on(GET)
            on(GET) <- `on(GET)` demands nothing; add a requirement, such as `roles("Editor")`
        on(GET, role("a"))
            role <- unknown clause `role`; did you mean `roles`?
    "#]],
    );
}

#[test]
fn other_clauses() {
    beside_a_route(
        &[
            r#"on(GET, roles("a"), anonymous)"#,
            "on(GET, manual)",
            r#"on(GET, on(GET, roles("a")))"#,
            r#"on(GET, roles("a"), roles("b"))"#,
        ],
        expect![[r#"
        on(GET, roles("a"), anonymous)
            anonymous <- `anonymous` cannot stand inside `on`; only requirements can
        on(GET, manual)
            manual <- `manual` cannot stand inside `on`; only requirements can
        on(GET, on(GET, roles("a")))
            on(GET, roles("a")) <- `on` cannot stand inside `on`; only requirements can
        on(GET, roles("a"), roles("b"))
            roles <- `roles` is written twice; keep one
            roles <- the first `roles` is here
    "#]],
    );
}

#[test]
fn never_judged() {
    beside_a_route(
        &[r#"anonymous(GET), on(GET, roles("a"))"#],
        expect![[r#"
        anonymous(GET), on(GET, roles("a"))
            GET <- `on(GET, …)` is never judged: `anonymous(GET)` lets everyone in; remove one of the two
            GET <- `GET` is anonymous here
    "#]],
    );
}
