//! What `anonymous` and lists make of one another.

use expect_test::expect;

use super::{alone, beside_a_route};

#[test]
fn anonymous_without_route() {
    beside_a_route(
        &["anonymous(POST)", "anonymous(HEAD)", r#"head = "/a", anonymous(HEAD)"#],
        expect![[r#"
        anonymous(POST)
            POST <- `POST` has no route here; add `post = "/path"`, or remove `POST`
        anonymous(HEAD)
            HEAD <- `HEAD` follows `GET` here; write `GET`, or give `HEAD` its own route `head = "/path"`
        head = "/a", anonymous(HEAD)
    "#]],
    );
    alone(
        &[r#"post = "/a", anonymous(HEAD)"#],
        expect![[r#"
        post = "/a", anonymous(HEAD)
            HEAD <- `HEAD` has no route here; add `head = "/path"`, or remove `HEAD`
    "#]],
    );
}

#[test]
fn anonymous_beside_requirements() {
    beside_a_route(
        &[
            r#"roles("a"), anonymous"#,
            r#"anonymous, require(role("a")), on(GET, roles("b")), policies("p")"#,
            r#"anonymous, schemes("jwt")"#,
        ],
        expect![[r#"
        roles("a"), anonymous
            anonymous <- `anonymous` clashes with `roles`: it lets everyone in; keep one of the two
            roles <- `roles` is here
        anonymous, require(role("a")), on(GET, roles("b")), policies("p")
            anonymous <- `anonymous` clashes with `require`, `on`, `policies`: it lets everyone in; keep one of the two
            require <- `require` is here
            on <- `on` is here
            policies <- `policies` is here
        anonymous, schemes("jwt")
    "#]],
    );
}

#[test]
fn verb_twice() {
    beside_a_route(
        &["anonymous(GET, GET)"],
        expect![[r#"
        anonymous(GET, GET)
            GET <- `GET` is in `anonymous` twice; remove one
            GET <- the first is here
    "#]],
    );
}

#[test]
fn any_list_met_by_all_list() {
    beside_a_route(
        &[
            r#"permissions("a", "b"), permissions_all("a")"#,
            r#"roles("a", "b"), roles_all("b", "a")"#,
            r#"claims("dept", "x"), claims_all("dept" = "eng")"#,
            r#"claims("dept" = "eng"), claims_all("dept")"#,
            "roles(A), roles_all(A)",
            r#"roles("a"), permissions_all("a")"#,
            r#"roles_all("a"), on(GET, roles("a", "b"))"#,
            r#"on(GET, roles_all("a"), roles("a", "b"))"#,
        ],
        expect![[r#"
            permissions("a", "b"), permissions_all("a")
                "a" <- `"a"` makes `permissions` pointless: `permissions_all` demands it already; remove it from one
                "a" <- `permissions_all` demands it here
            roles("a", "b"), roles_all("b", "a")
                "a" <- `"a"` makes `roles` pointless: `roles_all` demands it already; remove it from one
                "a" <- `roles_all` demands it here
                "b" <- `"b"` makes `roles` pointless: `roles_all` demands it already; remove it from one
                "b" <- `roles_all` demands it here
            claims("dept", "x"), claims_all("dept" = "eng")
                "dept" <- `"dept"` makes `claims` pointless: `claims_all` demands it already; remove it from one
                "dept" = "eng" <- `claims_all` demands it here
            claims("dept" = "eng"), claims_all("dept")
                claims_all("dept") <- `claims_all` adds nothing: `claims("dept" = "eng")` implies it, and all clauses must hold; remove one
                "dept" = "eng" <- `"dept" = "eng"` is here
            roles(A), roles_all(A)
                A <- `A` makes `roles` pointless: `roles_all` demands it already; remove it from one
                A <- `roles_all` demands it here
            roles("a"), permissions_all("a")
            roles_all("a"), on(GET, roles("a", "b"))
                "a" <- `"a"` makes `roles` pointless: `roles_all` demands it already; remove it from one
                "a" <- `roles_all` demands it here
            on(GET, roles_all("a"), roles("a", "b"))
                "a" <- `"a"` makes `roles` pointless: `roles_all` demands it already; remove it from one
                "a" <- `roles_all` demands it here
        "#]],
    );
}
