//! Names, and the values of claims.

use expect_test::expect;

use super::beside_a_route;

#[test]
fn not_a_name() {
    beside_a_route(
        &[
            "roles(1)",
            r#"roles("a" || "b")"#,
            r#"roles("a" = "b")"#,
            r#"roles(concat!("a"))"#,
            r#"roles(b"a")"#,
            r#"roles(["a", "b"])"#,
            "roles(&ADMIN)",
            "policies(1)",
            "policies(ManagersOnly)",
        ],
        expect![[r#"
            roles(1)
                1 <- `1` is no role; a role is a string, or a path to a constant
            roles("a" || "b")
                "a" || "b" <- expected one role; conditions are written in `require(…)`
            roles("a" = "b")
                "a" = "b" <- a role has no value; only `claims` compares values
            roles(concat!("a"))
                concat!("a") <- `concat!` is not expanded here; a role is a string, or a path to a constant
            roles(b"a")
                b"a" <- `b"a"` is no role; a role is a string, or a path to a constant
            roles(["a", "b"])
                ["a", "b"] <- a list has no brackets of its own; write its role names side by side
            roles(&ADMIN)
                &ADMIN <- no `&` here; write `ADMIN`
            policies(1)
                1 <- `1` is no policy; a policy is a path to a `policy!` item, or the string under which it is registered
            policies(ManagersOnly)
        "#]],
    );
}

#[test]
fn slips() {
    beside_a_route(
        &[
            r#"roles("")"#,
            r#"roles(" Admin")"#,
            r#"roles("Admin", "Admin")"#,
            "roles(A, a::B, A)",
            r#"schemes("")"#,
            r#"schemes("jwt", "jwt")"#,
            r#"policies(" a")"#,
        ],
        expect![[r#"
        roles("")
            "" <- this role is empty; name it, or remove it
        roles(" Admin")
            " Admin" <- `" Admin"` has blanks around it; names compare exactly: `"Admin"`
        roles("Admin", "Admin")
            "Admin" <- `"Admin"` is in `roles` twice; remove one
            "Admin" <- the first is here
        roles(A, a::B, A)
            A <- `A` is in `roles` twice; remove one
            A <- the first is here
        schemes("")
            "" <- this scheme is empty; name it, or remove it
        schemes("jwt", "jwt")
            "jwt" <- `"jwt"` is in `schemes` twice; remove one
            "jwt" <- the first is here
        policies(" a")
            " a" <- `" a"` has blanks around it; names compare exactly: `"a"`
    "#]],
    );
}

#[test]
fn scopes() {
    beside_a_route(
        &[
            r#"scopes("a b")"#,
            r#"scopes(" a")"#,
            r#"scopes("ä")"#,
            r#"scopes("a\\b")"#,
            r#"scopes("")"#,
            r#"scopes("docs:read.all/x~!")"#,
        ],
        expect![[r#"
        scopes("a b")
            "a b" <- `"a b"` is no scope: blanks separate scopes; write `"a", "b"`
        scopes(" a")
            " a" <- `" a"` is no scope: blanks separate scopes; write `"a"`
        scopes("ä")
            "ä" <- `"ä"` is no scope; RFC 6749 §3.3 allows visible ASCII without `"` and `\`
        scopes("a\\b")
            "a\\b" <- `"a\\b"` is no scope; RFC 6749 §3.3 allows visible ASCII without `"` and `\`
        scopes("")
            "" <- this scope is empty; name it, or remove it
        scopes("docs:read.all/x~!")
    "#]],
    );
}

#[test]
fn claim_values() {
    beside_a_route(
        &[
            r#"claims("a" = 1.5)"#,
            r#"claims("a" = -1, "b" = 9223372036854775807, "c" = -9223372036854775808, "d" = true, "e" = "x")"#,
            r#"claims("a" = 9223372036854775808)"#,
            r#"claims("a" = 1u8)"#,
            r#"claims("a" = -"x")"#,
            r#"claims("a" = VALUE)"#,
            r#"claims("a" = "x", "a" = "x")"#,
            r#"claims("a" = "x", "a" = "y", "a" = 1)"#,
        ],
        expect![[r#"
        claims("a" = 1.5)
            1.5 <- a claim is compared with a string, an integer or a boolean
        claims("a" = -1, "b" = 9223372036854775807, "c" = -9223372036854775808, "d" = true, "e" = "x")
        claims("a" = 9223372036854775808)
            9223372036854775808 <- this integer does not fit into 64 bits
        claims("a" = 1u8)
            1u8 <- an integer is written without suffix here
        claims("a" = -"x")
            -"x" <- only an integer can be negative
        claims("a" = VALUE)
            VALUE <- a claim is compared with a string, an integer or a boolean
        claims("a" = "x", "a" = "x")
            "a" = "x" <- `"a" = "x"` is in `claims` twice; remove one
            "a" = "x" <- the first is here
        claims("a" = "x", "a" = "y", "a" = 1)
    "#]],
    );
}

#[test]
fn claim_with_and_without_value() {
    beside_a_route(
        &[
            r#"claims("dept", "dept" = "eng")"#,
            r#"claims_all("dept" = "eng", "dept")"#,
            r#"claims("dept", "dept" = "")"#,
        ],
        expect![[r#"
        claims("dept", "dept" = "eng")
            "dept" = "eng" <- `"dept" = "eng"` adds nothing: `"dept"` is enough with any value; remove one
            "dept" <- `"dept"` is here
        claims_all("dept" = "eng", "dept")
            "dept" <- `"dept"` adds nothing: `"dept" = "eng"` is demanded as well; remove one
            "dept" = "eng" <- `"dept" = "eng"` is here
        claims("dept", "dept" = "")
    "#]],
    );
}
