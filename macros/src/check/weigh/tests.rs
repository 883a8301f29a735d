//! What is said of conditions that make no sense, and what is underlined.

mod brute;
mod exact;
mod naive;
mod shapes;

use expect_test::expect;

use crate::check::tests::beside_a_route;

#[test]
fn try_it() {
    beside_a_route(
        &[
            r#"require(role("A") && !role("A"))"#,
            r#"require(role("A") && permission("x") && !role("A"))"#,
            r#"require(role("b") || role("A") && !role("A"))"#,
            r#"roles_all("A", "B"), require(!role("A") && scope("x"))"#,
            r#"roles("A", "B"), require(!role("A"))"#,
            r#"roles("A", "B"), require(!role("A") && !role("B"))"#,
            r#"require(!role("A") || !role("B"))"#,
            r#"require(role("a") || !role("a"))"#,
            r#"require(role("b") || role("a") || !role("a"))"#,
            r#"require(role("b") && (role("a") || !role("a")))"#,
            r#"roles("Admin"), require(role("Admin") || role("Manager"))"#,
            r#"require(role("Admin") || role("Manager")), roles("Admin")"#,
            r#"permissions_all("x", "y"), require(permission("x") && role("z"))"#,
            r#"require(claim("d") || claim("d", "eng"))"#,
            r#"require(claim("d") && claim("d", "eng"))"#,
            r#"require(claim("d") && claim("d", ""))"#,
            r#"require(role("a") || role("b") && !role("a"))"#,
            r#"schemes("jwt", "cookie"), require(scheme("jwt"))"#,
            r#"schemes("jwt"), require(scheme("jwt"))"#,
            r#"schemes("jwt"), require(!scheme("jwt"))"#,
            r#"schemes("jwt", "key"), require(!scheme("jwt") && !scheme("key"))"#,
            r#"schemes("jwt", "key"), require(scheme("jwt") || scheme("key"))"#,
            r#"schemes("jwt", "key"), require(scheme("jvt") || role("a"))"#,
            r#"require(scheme("jwt") && scheme("key"))"#,
            r#"put = "/b", roles("a"), on(PUT, require(!role("a")))"#,
            r#"put = "/b", roles("a"), on(PUT, require(role("a") || role("b")))"#,
            r#"put = "/b", roles("a"), on(PUT, require(role("a") && role("b")))"#,
            r#"put = "/b", roles("a", "b"), on(PUT, roles("a")), on(GET, roles("b"))"#,
            r#"policies("P"), require(!policy("P"))"#,
            r#"require(role("a") && role("a"))"#,
            r#"require(role("a") && !(role("a") || role("b")))"#,
            r#"require(!(role("a") || !role("a")))"#,
            r#"require(!(role("a") && !role("a")))"#,
            r#"require((role("a") || role("b")) && (role("a") || !role("b")))"#,
            r#"roles("a"), claims("x" = 1), require(role("a") && claim("x") || role("b"))"#,
        ],
        expect![[r#"
            require(role("A") && !role("A"))
                !role("A") <- `require` can never be met: `role("A")` and `!role("A")` cannot both hold; did you mean `||`?
                role("A") <- `role("A")` is here
            require(role("A") && permission("x") && !role("A"))
                !role("A") <- `require` can never be met: `role("A")` and `!role("A")` cannot both hold; did you mean `||`?
                role("A") <- `role("A")` is here
            require(role("b") || role("A") && !role("A"))
                role("A") && !role("A") <- `role("A") && !role("A")` can never hold: `role("A")` and `!role("A")` cannot both hold; remove it
            roles_all("A", "B"), require(!role("A") && scope("x"))
                !role("A") <- nobody can enter: `"A"` in `roles_all` and `!role("A")` cannot both hold; change or remove one
                "A" <- `"A"` is here
            roles("A", "B"), require(!role("A"))
                "A" <- `"A"` in `roles` can never help: `!role("A")` excludes it; remove it
                !role("A") <- `!role("A")` is here
            roles("A", "B"), require(!role("A") && !role("B"))
                !role("B") <- nobody can enter: `roles("A", "B")`, `!role("A")` and `!role("B")` cannot all hold; change or remove one
                roles("A", "B") <- `roles("A", "B")` is here
                !role("A") <- `!role("A")` is here
            require(!role("A") || !role("B"))
            require(role("a") || !role("a"))
                !role("a") <- `require` demands nothing: one of `role("a")` and `!role("a")` always holds; did you mean `&&`?
                role("a") <- `role("a")` is here
            require(role("b") || role("a") || !role("a"))
                !role("a") <- `require` demands nothing: one of `role("a")` and `!role("a")` always holds; did you mean `&&`?
                role("a") <- `role("a")` is here
                role("b") <- `role("b")` adds nothing: it implies `role("a")` or `!role("a")`; remove it
                role("a") <- `role("a")` is here
                !role("a") <- `!role("a")` is here
            require(role("b") && (role("a") || !role("a")))
                role("a") || !role("a") <- `role("a") || !role("a")` adds nothing: one of `role("a")` and `!role("a")` always holds; remove it
            roles("Admin"), require(role("Admin") || role("Manager"))
                require(role("Admin") || role("Manager")) <- `require` adds nothing: `roles("Admin")` implies it; remove it
                "Admin" <- `"Admin"` is here
                role("Manager") <- `role("Manager")` changes nothing beside `role("Admin")` and `roles("Admin")`; remove it
                role("Admin") <- `role("Admin")` is here
                "Admin" <- `"Admin"` is here
            require(role("Admin") || role("Manager")), roles("Admin")
                require(role("Admin") || role("Manager")) <- `require` adds nothing: `roles("Admin")` implies it; remove it
                "Admin" <- `"Admin"` is here
                role("Manager") <- `role("Manager")` changes nothing beside `role("Admin")` and `roles("Admin")`; remove it
                role("Admin") <- `role("Admin")` is here
                "Admin" <- `"Admin"` is here
            permissions_all("x", "y"), require(permission("x") && role("z"))
                permission("x") <- `permission("x")` adds nothing: `"x"` in `permissions_all` implies it; remove it
                "x" <- `"x"` is here
            require(claim("d") || claim("d", "eng"))
                claim("d", "eng") <- `claim("d", "eng")` adds nothing: it implies `claim("d")`; remove it
                claim("d") <- `claim("d")` is here
            require(claim("d") && claim("d", "eng"))
                claim("d") <- `claim("d")` adds nothing: `claim("d", "eng")` implies it; remove it
                claim("d", "eng") <- `claim("d", "eng")` is here
            require(claim("d") && claim("d", ""))
            require(role("a") || role("b") && !role("a"))
                !role("a") <- `!role("a")` adds nothing: where `role("a")` fails, it always holds; remove it
                role("a") <- `role("a")` is here
            schemes("jwt", "cookie"), require(scheme("jwt"))
                "cookie" <- nobody can enter by `"cookie"`: `scheme("jwt")` shuts it out; remove it, or change that
                scheme("jwt") <- `scheme("jwt")` is here
            schemes("jwt"), require(scheme("jwt"))
                require(scheme("jwt")) <- `require` adds nothing: every scheme of `schemes` meets it; remove it
                schemes <- only these schemes may come
            schemes("jwt"), require(!scheme("jwt"))
                !scheme("jwt") <- nobody can enter: `!scheme("jwt")` shuts out every scheme of `schemes`; change or remove one
                schemes <- only these schemes may come
            schemes("jwt", "key"), require(!scheme("jwt") && !scheme("key"))
                !scheme("key") <- nobody can enter: `!scheme("jwt")` and `!scheme("key")` together shut out every scheme of `schemes`; change or remove one
                !scheme("jwt") <- `!scheme("jwt")` is here
                schemes <- only these schemes may come
            schemes("jwt", "key"), require(scheme("jwt") || scheme("key"))
                require(scheme("jwt") || scheme("key")) <- `require` adds nothing: every scheme of `schemes` meets it; remove it
                schemes <- only these schemes may come
            schemes("jwt", "key"), require(scheme("jvt") || role("a"))
                scheme("jvt") <- `scheme("jvt")` can never hold: `schemes` does not list it; did you mean `"jwt"`?
                schemes <- only these schemes may come
            require(scheme("jwt") && scheme("key"))
                scheme("key") <- `require` can never be met: `scheme("jwt")` and `scheme("key")` cannot both hold, since a caller comes by one scheme; did you mean `||`?
                scheme("jwt") <- `scheme("jwt")` is here
            put = "/b", roles("a"), on(PUT, require(!role("a")))
                !role("a") <- nobody can enter by `PUT`: `roles("a")` and `!role("a")` cannot both hold; change or remove one
                "a" <- `"a"` is here
            put = "/b", roles("a"), on(PUT, require(role("a") || role("b")))
                require(role("a") || role("b")) <- `require` adds nothing: `roles("a")` implies it; remove it
                "a" <- `"a"` is here
                role("b") <- `role("b")` changes nothing beside `role("a")` and `roles("a")`; remove it
                role("a") <- `role("a")` is here
                "a" <- `"a"` is here
            put = "/b", roles("a"), on(PUT, require(role("a") && role("b")))
                role("a") <- `role("a")` adds nothing: `roles("a")` implies it; remove it
                "a" <- `"a"` is here
            put = "/b", roles("a", "b"), on(PUT, roles("a")), on(GET, roles("b"))
                roles("a", "b") <- `roles` adds nothing: every judged verb demands as much in its `on`; remove it
                roles("a") <- `PUT` demands it here
                roles("b") <- `GET` demands it here
            policies("P"), require(!policy("P"))
                !policy("P") <- nobody can enter: `policies("P")` and `!policy("P")` cannot both hold; change or remove one
                "P" <- `"P"` is here
            require(role("a") && role("a"))
                role("a") <- `role("a")` adds nothing: `role("a")` implies it; remove it
                role("a") <- `role("a")` is here
            require(role("a") && !(role("a") || role("b")))
                !(role("a") || role("b")) <- `require` can never be met: `role("a")` and `!(role("a") || role("b"))` cannot both hold; did you mean `||`?
                role("a") <- `role("a")` is here
            require(!(role("a") || !role("a")))
                !role("a") <- `require` can never be met: it forbids `role("a")` or `!role("a")`, of which one always holds
                role("a") <- `role("a")` is here
            require(!(role("a") && !role("a")))
                !role("a") <- `require` demands nothing: `role("a")` and `!role("a")` cannot both hold; remove it, or name another
                role("a") <- `role("a")` is here
            require((role("a") || role("b")) && (role("a") || !role("b")))
                role("b") <- `role("b")` changes nothing beside `role("a")` and `role("a") || !role("b")`; remove it
                role("a") <- `role("a")` is here
                role("a") || !role("b") <- `role("a") || !role("b")` is here
                !role("b") <- `!role("b")` changes nothing beside `role("a")` and `role("a") || role("b")`; remove it
                role("a") <- `role("a")` is here
                role("a") || role("b") <- `role("a") || role("b")` is here
            roles("a"), claims("x" = 1), require(role("a") && claim("x") || role("b"))
                require(role("a") && claim("x") || role("b")) <- `require` adds nothing: `roles("a")` and `claims("x" = 1)` imply it; remove it
                "a" <- `"a"` is here
                "x" = 1 <- `"x" = 1` is here
                claim("x") <- `claim("x")` adds nothing: `claims("x" = 1)` implies it; remove it
                "x" = 1 <- `"x" = 1` is here
                role("b") <- `role("b")` changes nothing beside `role("a") && claim("x")`, `roles("a")` and `claims("x" = 1)`; remove it
                role("a") && claim("x") <- `role("a") && claim("x")` is here
                "a" <- `"a"` is here
                "x" = 1 <- `"x" = 1` is here
        "#]],
    );
}
