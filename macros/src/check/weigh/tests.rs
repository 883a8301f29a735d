//! What is said of conditions that make no sense, and what is underlined.

mod brute;
mod exact;
mod naive;
mod places;
mod shapes;

use expect_test::expect;

use crate::check::tests::beside_a_route;

#[test]
fn what_nobody_can_meet() {
    beside_a_route(
        &[
            r#"require(role("A") && !role("A"))"#,
            r#"require(role("A") && permission("x") && !role("A"))"#,
            r#"roles_all("A", "B"), require(!role("A") && scope("x"))"#,
            r#"roles("A", "B"), require(!role("A") && !role("B"))"#,
            r#"roles(A), require(!role(A))"#,
            r#"roles("A"), require(!role(A))"#,
            r#"policies("P"), require(!policy("P"))"#,
            r#"claims("t" = 1), require(!claim("t"))"#,
            r#"claims("t" = ""), require(!claim("t"))"#,
            r#"require(role("a") && !(role("a") || role("b")))"#,
            r#"require(!(role("a") || !role("a")))"#,
            r#"require(role("a") && !role("a") || role("b") && !role("b"))"#,
            r#"require(!role("A") || !role("B"))"#,
        ],
        expect![[r#"
            require(role("A") && !role("A"))
                !role("A") <- `require` can never be met: `role("A")` and `!role("A")` cannot both hold; did you mean `||`?
                role("A") <- `role("A")` is here
            require(role("A") && permission("x") && !role("A"))
                !role("A") <- `require` can never be met: `role("A")` and `!role("A")` cannot both hold; did you mean `||`?
                role("A") <- `role("A")` is here
            roles_all("A", "B"), require(!role("A") && scope("x"))
                !role("A") <- nobody can meet this: `"A"` in `roles_all` and `!role("A")` cannot both hold; change or remove one
                "A" <- `"A"` is here
            roles("A", "B"), require(!role("A") && !role("B"))
                !role("B") <- nobody can meet this: `roles("A", "B")`, `!role("A")` and `!role("B")` cannot all hold; change or remove one
                roles("A", "B") <- `roles("A", "B")` is here
                !role("A") <- `!role("A")` is here
            roles(A), require(!role(A))
                !role(A) <- nobody can meet this: `roles(A)` and `!role(A)` cannot both hold; change or remove one
                A <- `A` is here
            roles("A"), require(!role(A))
            policies("P"), require(!policy("P"))
                !policy("P") <- nobody can meet this: `policies("P")` and `!policy("P")` cannot both hold; change or remove one
                "P" <- `"P"` is here
            claims("t" = 1), require(!claim("t"))
                !claim("t") <- nobody can meet this: `claims("t" = 1)` and `!claim("t")` cannot both hold; change or remove one
                "t" = 1 <- `"t" = 1` is here
            claims("t" = ""), require(!claim("t"))
            require(role("a") && !(role("a") || role("b")))
                !(role("a") || role("b")) <- `require` can never be met: `role("a")` and `!(role("a") || role("b"))` cannot both hold; did you mean `||`?
                role("a") <- `role("a")` is here
            require(!(role("a") || !role("a")))
                !role("a") <- `require` can never be met: one of `role("a")` and `!role("a")` always holds, and it forbids both; forbid one
                role("a") <- `role("a")` is here
            require(role("a") && !role("a") || role("b") && !role("b"))
                !role("a") <- `require` can never be met: `role("a")` and `!role("a")` cannot both hold; did you mean `||`?
                role("a") <- `role("a")` is here
                !role("b") <- `require` can never be met: `role("b")` and `!role("b")` cannot both hold; did you mean `||`?
                role("b") <- `role("b")` is here
            require(!role("A") || !role("B"))
        "#]],
    );
}

#[test]
fn what_everyone_meets() {
    beside_a_route(
        &[
            r#"require(role("a") || !role("a"))"#,
            r#"require(role("b") || role("a") || !role("a"))"#,
            r#"require(role("b") && (role("a") || !role("a")))"#,
            r#"require(!(role("a") && !role("a")))"#,
            r#"require(!claim("t", 1) || claim("t"))"#,
        ],
        expect![[r#"
            require(role("a") || !role("a"))
                !role("a") <- `require` demands nothing: one of `role("a")` and `!role("a")` always holds; did you mean `&&`?
                role("a") <- `role("a")` is here
            require(role("b") || role("a") || !role("a"))
                !role("a") <- `require` demands nothing: one of `role("a")` and `!role("a")` always holds; did you mean `&&`?
                role("a") <- `role("a")` is here
            require(role("b") && (role("a") || !role("a")))
                role("a") || !role("a") <- `role("a") || !role("a")` adds nothing: one of `role("a")` and `!role("a")` always holds; remove it
            require(!(role("a") && !role("a")))
                !role("a") <- `require` demands nothing: `role("a")` and `!role("a")` cannot both hold; remove it
                role("a") <- `role("a")` is here
            require(!claim("t", 1) || claim("t"))
                claim("t") <- `require` demands nothing: one of `!claim("t", 1)` and `claim("t")` always holds; did you mean `&&`?
                !claim("t", 1) <- `!claim("t", 1)` is here
        "#]],
    );
}

#[test]
fn clauses_that_others_imply() {
    beside_a_route(
        &[
            r#"roles("Admin"), require(role("Admin") || role("Manager"))"#,
            r#"require(role("Admin") || role("Manager")), roles("Admin")"#,
            r#"roles("a", "b"), require(role("a") && scope("x"))"#,
            r#"roles("a"), require(role("a"))"#,
            r#"roles("a"), claims("x" = 1), require(role("a") && claim("x") || role("b"))"#,
        ],
        expect![[r#"
            roles("Admin"), require(role("Admin") || role("Manager"))
                require(role("Admin") || role("Manager")) <- `require` adds nothing: `roles("Admin")` implies it, and all clauses must hold; remove one
                "Admin" <- `"Admin"` is here
            require(role("Admin") || role("Manager")), roles("Admin")
                require(role("Admin") || role("Manager")) <- `require` adds nothing: `roles("Admin")` implies it, and all clauses must hold; remove one
                "Admin" <- `"Admin"` is here
            roles("a", "b"), require(role("a") && scope("x"))
                roles("a", "b") <- `roles` adds nothing: `role("a")` implies it, and all clauses must hold; remove one
                role("a") <- `role("a")` is here
            roles("a"), require(role("a"))
                require(role("a")) <- `require` adds nothing: `roles("a")` implies it, and all clauses must hold; remove one
                "a" <- `"a"` is here
            roles("a"), claims("x" = 1), require(role("a") && claim("x") || role("b"))
                require(role("a") && claim("x") || role("b")) <- `require` adds nothing: `roles("a")` and `claims("x" = 1)` imply it, and all clauses must hold; remove one
                "a" <- `"a"` is here
                "x" = 1 <- `"x" = 1` is here
        "#]],
    );
}

#[test]
fn parts_that_change_nothing() {
    beside_a_route(
        &[
            r#"permissions_all("x", "y"), require(permission("x") && role("z"))"#,
            r#"require(claim("d") || claim("d", "eng"))"#,
            r#"require(claim("d") && claim("d", "eng"))"#,
            r#"require(claim("d") && claim("d", ""))"#,
            r#"require(role("a") || role("b") && !role("a"))"#,
            r#"require(role("a") && role("a"))"#,
            r#"require((role("a") || role("b")) && (role("a") || !role("b")))"#,
            r#"require(!(claim("d") && (claim("d", 1) || role("a")) && !role("a")))"#,
        ],
        expect![[r#"
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
            require(role("a") && role("a"))
                role("a") <- `role("a")` is in `require` twice; remove one
                role("a") <- `role("a")` is here
            require((role("a") || role("b")) && (role("a") || !role("b")))
                role("b") <- `role("b")` changes nothing beside `role("a")` and `role("a") || !role("b")`; remove it
                role("a") <- `role("a")` is here
                role("a") || !role("b") <- `role("a") || !role("b")` is here
                !role("b") <- `!role("b")` changes nothing beside `role("a")` and `role("a") || role("b")`; remove it
                role("a") <- `role("a")` is here
                role("a") || role("b") <- `role("a") || role("b")` is here
            require(!(claim("d") && (claim("d", 1) || role("a")) && !role("a")))
                claim("d") <- `claim("d")` adds nothing: `claim("d", 1) || role("a")` and `!role("a")` imply it; remove it
                claim("d", 1) || role("a") <- `claim("d", 1) || role("a")` is here
                !role("a") <- `!role("a")` is here
                role("a") <- `role("a")` can never help: `!role("a")` excludes it; remove it
                !role("a") <- `!role("a")` is here
        "#]],
    );
}

#[test]
fn alternatives_that_can_never_help() {
    beside_a_route(
        &[
            r#"roles("A", "B"), require(!role("A"))"#,
            r#"require(role("b") || role("A") && !role("A"))"#,
            r#"policies("P"), require(role("a") || !policy("P") && scope("x"))"#,
        ],
        expect![[r#"
            roles("A", "B"), require(!role("A"))
                "A" <- `"A"` in `roles` can never help: `!role("A")` excludes it; remove it
                !role("A") <- `!role("A")` is here
            require(role("b") || role("A") && !role("A"))
                role("A") && !role("A") <- `role("A") && !role("A")` can never hold: `role("A")` and `!role("A")` cannot both hold; remove it
            policies("P"), require(role("a") || !policy("P") && scope("x"))
                !policy("P") && scope("x") <- `!policy("P") && scope("x")` can never help: `policies("P")` excludes it; remove it
                "P" <- `"P"` is here
        "#]],
    );
}
