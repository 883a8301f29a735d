//! Boolean expressions.

use expect_test::expect;

use super::beside_a_route;

#[test]
fn sound() {
    beside_a_route(
        &[
            r#"require(role("Admin") || permission("docs:write") && !claim("suspended"))"#,
            r#"require((scope("a") || claim("b", true)) && policy("P") && scheme(JWT),)"#,
        ],
        expect![[r#"
        require(role("Admin") || permission("docs:write") && !claim("suspended"))
        require((scope("a") || claim("b", true)) && policy("P") && scheme(JWT),)
    "#]],
    );
}

#[test]
fn unknown_function() {
    beside_a_route(
        &[r#"require(roles("a"))"#, r#"require(foo("a"))"#, r#"require(a::role("a"))"#],
        expect![[r#"
        require(roles("a"))
            roles <- unknown function `roles`; did you mean `role`?
        require(foo("a"))
            foo <- unknown function `foo`; known are `role`, `permission`, `scope`, `claim`, `policy`, `scheme`
        require(a::role("a"))
            a::role <- expected a function, such as `role`
    "#]],
    );
}

#[test]
fn arity() {
    beside_a_route(
        &["require(role())", r#"require(role("a", "b"))"#, r#"require(claim("a", "b", "c"))"#],
        expect![[r#"
        require(role())
            role() <- `role` takes one role; join several with `||` or `&&`
        require(role("a", "b"))
            role("a", "b") <- `role` takes one role; join several with `||` or `&&`
        require(claim("a", "b", "c"))
            claim("a", "b", "c") <- `claim` takes a claim, or a claim and its value: `claim("AdminID")`, `claim("dept", "eng")`
    "#]],
    );
}

#[test]
fn operators() {
    beside_a_route(
        &[
            r#"require(role("a") & role("b"))"#,
            r#"require(role("a") | rol("b"))"#,
            r#"require(role("a") == role("b"))"#,
            r#"require(claim("a") != "b")"#,
            r#"require(role("a") ^ role("b"))"#,
            r#"require(role("a") and role("b"))"#,
            r#"require(role("a") or role("b"))"#,
            r#"require(not role("b"))"#,
            r#"require(role("a") && not role("b"))"#,
            r#"require(-role("a"))"#,
        ],
        expect![[r#"
            require(role("a") & role("b"))
                & <- `&` is no operator here; write `&&`
            require(role("a") | rol("b"))
                rol <- unknown function `rol`; did you mean `role`?
                | <- `|` is no operator here; write `||`
            require(role("a") == role("b"))
                == <- `==` is no operator here; a claim's value is asked with `claim("dept", "eng")`
            require(claim("a") != "b")
                != <- `!=` is no operator here; a claim's value is denied with `!claim("dept", "eng")`
            require(role("a") ^ role("b"))
                ^ <- `^` is no operator here; `&&`, `||` and `!` are
            require(role("a") and role("b"))
                and <- `and` is no operator here; write `&&`
            require(role("a") or role("b"))
                or <- `or` is no operator here; write `||`
            require(not role("b"))
                not <- `not` is no operator here; write `!`
            require(role("a") && not role("b"))
                not <- `not` is no operator here; write `!`
            require(-role("a"))
                -role("a") <- expected a function, such as `role("Admin")`, or a condition of several
        "#]],
    );
}

#[test]
fn several() {
    beside_a_route(
        &[
            r#"require(role("a"), role("b"))"#,
            r#"require(role("a") role("b"))"#,
            r#"require(role("a") &&)"#,
            r#"require(role("a") || !)"#,
        ],
        expect![[r#"
            require(role("a"), role("b"))
                role("b") <- one condition stands here; join the two with `&&` or `||`
            require(role("a") role("b"))
                role <- expected `&&` or `||` before `role`
            require(role("a") &&)
                && <- nothing is behind `&&`; write a function, such as `role("Admin")`
            require(role("a") || !)
                ! <- nothing is behind `!`; write a function, such as `role("Admin")`
        "#]],
    );
}

#[test]
fn no_condition() {
    beside_a_route(
        &[
            "require(true)",
            r#"require("Admin")"#,
            "require(Admin)",
            r#"require(role("a").or(role("b")))"#,
            r#"require("dept" = "eng")"#,
            r#"require(if role("a") { role("b") })"#,
            "require(policy(ManagersOnly))",
            r#"require(scope("a b"))"#,
            r#"require(claim("dept" = "eng"))"#,
        ],
        expect![[r#"
            require(true)
                true <- a constant demands nothing; write who may enter, such as `role("Admin")`
            require("Admin")
                "Admin" <- `"Admin"` may name many things; write `role("Admin")` or another function
            require(Admin)
                Admin <- `Admin` is no condition by itself; write `role(Admin)` or another function
            require(role("a").or(role("b")))
                role("a").or(role("b")) <- `.or(…)` is no part of a condition; only `&&`, `||` and `!` join functions
            require("dept" = "eng")
                "dept" = "eng" <- a claim's value is asked with `claim("dept", "eng")`
            require(if role("a") { role("b") })
                if role("a") { role("b") } <- expected a function, such as `role("Admin")`, or a condition of several
            require(policy(ManagersOnly))
            require(scope("a b"))
                "a b" <- `"a b"` is no scope: blanks separate scopes; write `"a", "b"`
            require(claim("dept" = "eng"))
                "dept" = "eng" <- a claim and its value are written `claim("dept", "eng")` here
        "#]],
    );
}
