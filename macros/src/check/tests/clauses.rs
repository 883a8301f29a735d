//! Which clauses there are, how often, and how they are separated.

use expect_test::expect;

use super::{alone, beside_a_route};

#[test]
fn unknown_word() {
    beside_a_route(
        &[r#"role("Admin")"#, "allow_anonymous", "group = ADMIN", r#"ROLES("a")"#],
        expect![[r#"
            role("Admin")
                role <- unknown clause `role`; did you mean `roles`?
            allow_anonymous
                allow_anonymous <- `allow_anonymous` is a word of `group!`; an endpoint says `anonymous`, or `anonymous(POST)`
            group = ADMIN
            ROLES("a")
                ROLES <- unknown clause `ROLES`; did you mean `roles`?
        "#]],
    );
}

#[test]
fn repeated_word() {
    beside_a_route(
        &[r#"roles("a"), roles("b")"#, "manual, manual", "anonymous, anonymous(GET)"],
        expect![[r#"
        roles("a"), roles("b")
            roles <- `roles` is written twice; keep one
            roles <- the first `roles` is here
        manual, manual
            manual <- `manual` is written twice; keep one
            manual <- the first `manual` is here
        anonymous, anonymous(GET)
            anonymous <- `anonymous` is written twice; keep one
            anonymous <- the first `anonymous` is here
    "#]],
    );
}

#[test]
fn missing_comma() {
    alone(
        &[r#"get = "/a" roles("Admin")"#],
        expect![[r#"
        get = "/a" roles("Admin")
            roles <- missing `,` before `roles`
    "#]],
    );
    beside_a_route(
        &["anonymous manual", r#"roles("a" "b")"#, r#"on(GET roles("a"))"#],
        expect![[r#"
        anonymous manual
            manual <- missing `,` before `manual`
        roles("a" "b")
            "b" <- missing `,` before `"b"`
        on(GET roles("a"))
            roles <- missing `,` before `roles`
    "#]],
    );
}

#[test]
fn other_separators() {
    beside_a_route(
        &[
            r#"manual; roles("a")"#,
            r#"manual && roles("a")"#,
            ", manual",
            r#"roles("a",, "b")"#,
            r#"roles("a"; "b")"#,
        ],
        expect![[r#"
        manual; roles("a")
            ; <- expected `,` here, not `;`
        manual && roles("a")
            & <- expected `,`
        , manual
            , <- one `,` too many
        roles("a",, "b")
            , <- one `,` too many
        roles("a"; "b")
            ; <- expected `,` here, not `;`
    "#]],
    );
}

#[test]
fn not_a_clause() {
    alone(
        &[r#""/a""#, r#"get "/a""#, r#"get: "/a""#, r#"get == "/a""#, "get =", "get = , manual"],
        expect![[r#"
        "/a"
            "/a" <- expected a clause, such as `get = "/path"` or `roles("Admin")`
        get "/a"
            "/a" <- expected `=` or `(` between `get` and its value
        get: "/a"
            : <- expected `=` behind `get`
        get == "/a"
            = <- expected `=` behind `get`
        get =
            get <- `get =` lacks its value
        get = , manual
            get <- `get =` lacks its value
    "#]],
    );
    beside_a_route(
        &[r#"roles["Admin"]"#],
        expect![[r#"
        roles["Admin"]
            [ <- expected `(` behind `roles`
    "#]],
    );
}

#[test]
fn attributes_inside() {
    beside_a_route(
        &[
            r#"#[cfg(x)] roles("a")"#,
            r#"roles("a", #[cfg(x)] "b")"#,
            r#"require(role("a") || #[cfg(x)] role("b"))"#,
            r#"summary = #[cfg(x)] "a""#,
        ],
        expect![[r##"
        #[cfg(x)] roles("a")
            # <- attributes are not obeyed here; put `#[cfg(..)]` on the handler, or write two handlers
        roles("a", #[cfg(x)] "b")
            # <- attributes are not obeyed here; put `#[cfg(..)]` on the handler, or write two handlers
        require(role("a") || #[cfg(x)] role("b"))
            # <- attributes are not obeyed here; put `#[cfg(..)]` on the handler, or write two handlers
        summary = #[cfg(x)] "a"
            # <- attributes are not obeyed here; put `#[cfg(..)]` on the handler, or write two handlers
    "##]],
    );
}
