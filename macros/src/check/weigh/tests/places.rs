//! What is said of schemes and verbs, and what is not weighed.

use expect_test::expect;

use crate::check::tests::beside_a_route;

#[test]
fn schemes() {
    beside_a_route(
        &[
            r#"schemes("jwt", "cookie"), require(scheme("jwt"))"#,
            r#"schemes("jwt", "cookie", "key"), require(scheme("jwt"))"#,
            r#"schemes("jwt", JWT), require(scheme("jwt"))"#,
            r#"schemes("jwt"), require(scheme("jwt"))"#,
            r#"schemes("jwt"), require(!scheme("jwt"))"#,
            r#"schemes("jwt", "key"), require(!scheme("jwt") && !scheme("key"))"#,
            r#"schemes("jwt", "key"), require(scheme("jwt") || scheme("key"))"#,
            r#"schemes("jwt", "key"), require(scheme("jvt") || role("a"))"#,
            r#"schemes("jwt", "key"), require(scheme("cookie") || role("a"))"#,
            r#"require(scheme("jwt") && scheme("key"))"#,
            r#"put = "/b", anonymous(PUT), schemes("jwt", "cookie"), require(scheme("jwt"))"#,
            r#"put = "/b", anonymous(PUT), schemes("jwt", "key"), require(scheme("cookie"))"#,
        ],
        expect![[r#"
            schemes("jwt", "cookie"), require(scheme("jwt"))
                "cookie" <- nobody can enter by `"cookie"`: `scheme("jwt")` shuts it out; remove it, or let it in
                scheme("jwt") <- `scheme("jwt")` is here
            schemes("jwt", "cookie", "key"), require(scheme("jwt"))
                "cookie" <- nobody can enter by `"cookie"`: `scheme("jwt")` shuts it out; remove it, or let it in
                scheme("jwt") <- `scheme("jwt")` is here
                "key" <- nobody can enter by `"key"`: `scheme("jwt")` shuts it out; remove it, or let it in
                scheme("jwt") <- `scheme("jwt")` is here
            schemes("jwt", JWT), require(scheme("jwt"))
            schemes("jwt"), require(scheme("jwt"))
                require(scheme("jwt")) <- `require` adds nothing: every scheme of `schemes` meets it; remove it
                schemes <- only these schemes may come
            schemes("jwt"), require(!scheme("jwt"))
                !scheme("jwt") <- nobody can meet this: `!scheme("jwt")` shuts out every scheme of `schemes`; change or remove one
                schemes <- only these schemes may come
            schemes("jwt", "key"), require(!scheme("jwt") && !scheme("key"))
                !scheme("key") <- nobody can meet this: `!scheme("jwt")` and `!scheme("key")` together shut out every scheme of `schemes`; change or remove one
                !scheme("jwt") <- `!scheme("jwt")` is here
                schemes <- only these schemes may come
            schemes("jwt", "key"), require(scheme("jwt") || scheme("key"))
                require(scheme("jwt") || scheme("key")) <- `require` adds nothing: every scheme of `schemes` meets it; remove it
                schemes <- only these schemes may come
            schemes("jwt", "key"), require(scheme("jvt") || role("a"))
                scheme("jvt") <- `scheme("jvt")` can never hold: `schemes` does not list it; did you mean `"jwt"`?
                schemes <- only these schemes may come
            schemes("jwt", "key"), require(scheme("cookie") || role("a"))
                scheme("cookie") <- `scheme("cookie")` can never hold: `schemes` does not list it; add it there, or remove it
                schemes <- only these schemes may come
            require(scheme("jwt") && scheme("key"))
                scheme("key") <- `require` can never be met: `scheme("jwt")` and `scheme("key")` cannot both hold, since a caller comes by one scheme; did you mean `||`?
                scheme("jwt") <- `scheme("jwt")` is here
            put = "/b", anonymous(PUT), schemes("jwt", "cookie"), require(scheme("jwt"))
            put = "/b", anonymous(PUT), schemes("jwt", "key"), require(scheme("cookie"))
                scheme("cookie") <- `scheme("cookie")` can never hold: `schemes` does not list it; add it there, or remove it
                schemes <- only these schemes may come
        "#]],
    );
}

#[test]
fn verbs() {
    beside_a_route(
        &[
            r#"put = "/b", roles("a"), on(PUT, require(!role("a")))"#,
            r#"put = "/b", roles("a"), on(PUT, require(role("a") || role("b")))"#,
            r#"put = "/b", roles("a"), on(PUT, require(role("a") && role("b")))"#,
            r#"put = "/b", roles("a", "b"), on(PUT, roles("a")), on(GET, roles("b"))"#,
            r#"put = "/b", roles("a", "b"), on(PUT, roles("a"))"#,
            r#"put = "/b", anonymous(GET), roles("a", "b"), on(PUT, roles("a"))"#,
            r#"put = "/b", anonymous(GET, PUT), roles("a"), require(!role("a"))"#,
        ],
        expect![[r#"
            put = "/b", roles("a"), on(PUT, require(!role("a")))
                !role("a") <- nobody can enter by `PUT`: `roles("a")` and `!role("a")` cannot both hold; change or remove one
                "a" <- `"a"` is here
            put = "/b", roles("a"), on(PUT, require(role("a") || role("b")))
                require(role("a") || role("b")) <- `require` adds nothing: `roles("a")` implies it, and all clauses must hold; remove one
                "a" <- `"a"` is here
            put = "/b", roles("a"), on(PUT, require(role("a") && role("b")))
                role("a") <- `role("a")` adds nothing: `roles("a")` implies it; remove it
                "a" <- `"a"` is here
            put = "/b", roles("a", "b"), on(PUT, roles("a")), on(GET, roles("b"))
                roles("a", "b") <- `roles` adds nothing: every judged verb demands as much in its `on`; remove it
                roles("a") <- `PUT` demands it here
                roles("b") <- `GET` demands it here
            put = "/b", roles("a", "b"), on(PUT, roles("a"))
            put = "/b", anonymous(GET), roles("a", "b"), on(PUT, roles("a"))
                roles("a", "b") <- `roles` adds nothing: every judged verb demands as much in its `on`; remove it
                roles("a") <- `PUT` demands it here
            put = "/b", anonymous(GET, PUT), roles("a"), require(!role("a"))
                !role("a") <- nobody can meet this: `roles("a")` and `!role("a")` cannot both hold; change or remove one
                "a" <- `"a"` is here
        "#]],
    );
}

#[test]
fn nothing_is_weighed_beside_a_mistake() {
    beside_a_route(
        &[
            r#"rolls("x"), require(role("a") && !role("a"))"#,
            r#"roles(""), require(role("a") && !role("a"))"#,
            r#"manual = 1, require(role("a") && !role("a"))"#,
            r#"permissions("a", "b"), permissions_all("a"), require(role("a") && !role("a"))"#,
        ],
        expect![[r#"
            rolls("x"), require(role("a") && !role("a"))
                rolls <- unknown clause `rolls`; did you mean `roles`?
            roles(""), require(role("a") && !role("a"))
                "" <- this role is empty; name it, or remove it
            manual = 1, require(role("a") && !role("a"))
                !role("a") <- `require` can never be met: `role("a")` and `!role("a")` cannot both hold; did you mean `||`?
                role("a") <- `role("a")` is here
                manual = 1 <- `manual` takes nothing; write `manual` alone
            permissions("a", "b"), permissions_all("a"), require(role("a") && !role("a"))
                "a" <- `"a"` makes `permissions` pointless: `permissions_all` demands it already; remove it from one
                "a" <- `permissions_all` demands it here
        "#]],
    );
}

#[test]
fn as_many_facts_as_are_weighed() {
    beside_a_route(
        &[
            r#"permissions("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p"), require(!permission("a"))"#,
            r#"permissions("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q"), require(!permission("a"))"#,
        ],
        expect![[r#"
            permissions("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p"), require(!permission("a"))
                "a" <- `"a"` in `permissions` can never help: `!permission("a")` excludes it; remove it
                !permission("a") <- `!permission("a")` is here
            permissions("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q"), require(!permission("a"))
        "#]],
    );
}
