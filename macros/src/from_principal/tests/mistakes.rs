//! Every mistake, at the user's own token.

use expect_test::expect;

use super::told;

#[test]
fn no_struct_with_fields() {
    told(
        &[
            "enum Caller { #[id] A }",
            "union Caller { #[id] a: u8, b: u8 }",
            "struct Caller;",
            "struct Caller {}",
            "struct Caller<T> { #[claim(\"a\")] a: T }",
            "struct Caller<'a>(#[id] &'a str);",
            "struct Caller where u8: Copy { #[id] a: String }",
        ],
        expect![[r#"
            enum Caller { #[id] A }
                enum <- `FromPrincipal` is derived for a struct, which this `enum` is not
            union Caller { #[id] a: u8, b: u8 }
                union <- `FromPrincipal` is derived for a struct, which this `union` is not
            struct Caller;
                Caller <- `Caller` takes nothing of the caller; take `Principal` itself
            struct Caller {}
                Caller <- `Caller` takes nothing of the caller; take `Principal` itself
            struct Caller<T> { #[claim("a")] a: T }
                <T> <- what is made of a caller has no generics; name the types of the fields
            struct Caller<'a>(#[id] &'a str);
                <'a> <- what is made of a caller has no generics; name the types of the fields
            struct Caller where u8: Copy { #[id] a: String }
                where u8: Copy <- what is made of a caller has no generics; name the types of the fields
        "#]],
    );
}

#[test]
fn sources() {
    told(
        &[
            "struct Caller { id: String }",
            "struct Caller(String, #[id] String, u8);",
            "struct Caller { #[id] #[issuer] a: String }",
            "struct Caller { #[claim(\"a\")] #[claim(\"b\")] a: String }",
            "struct Caller { #[id(\"sub\")] a: String }",
            "struct Caller { #[id = \"sub\"] a: String }",
            "struct Caller { #[claim] a: String }",
            "struct Caller { #[claim()] a: String }",
            "struct Caller { #[claim = \"a\"] a: String }",
            "struct Caller { #[claim[\"a\"]] a: String }",
            "struct Caller { #[role(\"a\" \"b\")] a: bool }",
            "struct Caller { #[principal] #[id] a: String }",
            "#[principal] struct Caller { #[id] a: String }",
            "#[principal(krate = a)] struct Caller { #[id] a: String }",
            "#[principal(crate = \"a\")] struct Caller { #[id] a: String }",
        ],
        expect![[r#"
            struct Caller { id: String }
                id <- where is `id` from? write `#[claim("…")]` above it, or `permission`, `role`, `scope`, `id` or `issuer`
            struct Caller(String, #[id] String, u8);
                String <- where is `0` from? write `#[claim("…")]` above it, or `permission`, `role`, `scope`, `id` or `issuer`
                u8 <- where is `2` from? write `#[claim("…")]` above it, or `permission`, `role`, `scope`, `id` or `issuer`
            struct Caller { #[id] #[issuer] a: String }
                issuer <- `issuer` clashes with `id`: a field comes from one place
                id <- `id` is here
            struct Caller { #[claim("a")] #[claim("b")] a: String }
                claim <- `claim` clashes with `claim`: a field comes from one place
                claim <- `claim` is here
            struct Caller { #[id("sub")] a: String }
                id("sub") <- `id` stands alone here
            struct Caller { #[id = "sub"] a: String }
                id = "sub" <- `id` stands alone here
            struct Caller { #[claim] a: String }
                claim <- which claim? name it: `#[claim("…")]`
            struct Caller { #[claim()] a: String }
                claim() <- which claim? name it: `#[claim("…")]`
            struct Caller { #[claim = "a"] a: String }
                claim = "a" <- `claim` takes a name in parentheses: `claim("…")`
            struct Caller { #[claim["a"]] a: String }
                claim["a"] <- `claim` takes a name in parentheses: `claim("…")`
            struct Caller { #[role("a" "b")] a: bool }
                "b" <- expected `,`
            struct Caller { #[principal] #[id] a: String }
                principal <- `principal` stands above the struct, not above a field
            #[principal] struct Caller { #[id] a: String }
                principal <- `principal` takes words in parentheses: `#[principal(crate = path)]`
            #[principal(krate = a)] struct Caller { #[id] a: String }
                krate <- unknown word `krate`; did you mean `crate`?
            #[principal(crate = "a")] struct Caller { #[id] a: String }
                crate = "a" <- `crate` takes a path: `crate = my_crate::portcullis`
        "#]],
    );
}

#[test]
fn names() {
    told(
        &[
            "struct Caller { #[claim(\"\")] a: String }",
            "struct Caller { #[claim(\" a\")] a: String }",
            "struct Caller { #[claim(7)] a: String }",
            "struct Caller { #[claim(&NAME)] a: String }",
            "struct Caller { #[scope(\"docs read\")] a: bool }",
            "struct Caller { #[permission(\"a\", \"b\")] a: bool }",
            "struct Caller { #[permission(\"a\", default)] a: bool }",
            "struct Caller { #[role(\"a\" || \"b\")] a: bool }",
        ],
        expect![[r#"
            struct Caller { #[claim("")] a: String }
                "" <- this claim is empty; name it, or remove it
            struct Caller { #[claim(" a")] a: String }
                " a" <- `" a"` has blanks around it; names compare exactly: `"a"`
            struct Caller { #[claim(7)] a: String }
                7 <- `7` is no claim; a claim is a string, or a path to a constant
            struct Caller { #[claim(&NAME)] a: String }
                &NAME <- no `&` here; write `NAME`
            struct Caller { #[scope("docs read")] a: bool }
                "docs read" <- blanks separate scopes; give each a field of its own
            struct Caller { #[permission("a", "b")] a: bool }
                "b" <- one permission for a field; give each a field of its own
            struct Caller { #[permission("a", default)] a: bool }
                default <- `default` is for claims; without the permission the field is `false`
            struct Caller { #[role("a" || "b")] a: bool }
                "a" || "b" <- one name for a field; conditions are written in `require(…)`
        "#]],
    );
}

#[test]
fn defaults() {
    told(
        &[
            "struct Caller { #[claim(\"a\", defualt)] a: String }",
            "struct Caller { #[claim(\"a\", defualt = 1)] a: String }",
            "struct Caller { #[claim(\"a\", default, default = 1)] a: u8 }",
            "struct Caller { #[claim(\"a\", \"b\")] a: String }",
            "struct Caller { #[claim(\"a\", default(1))] a: String }",
            "struct Caller { #[claim(\"a\" = \"b\")] a: String }",
        ],
        expect![[r#"
            struct Caller { #[claim("a", defualt)] a: String }
                defualt <- unknown word `defualt`; did you mean `default`?
            struct Caller { #[claim("a", defualt = 1)] a: String }
                defualt <- unknown word `defualt`; did you mean `default`?
            struct Caller { #[claim("a", default, default = 1)] a: u8 }
                default <- `default` is written twice; keep one
            struct Caller { #[claim("a", "b")] a: String }
                "b" <- one claim for a field; behind its name only `default` may stand
            struct Caller { #[claim("a", default(1))] a: String }
                default(1) <- one claim for a field; behind its name only `default` may stand
            struct Caller { #[claim("a" = "b")] a: String }
                "a" = "b" <- a field holds the value of a claim; there is nothing to compare
        "#]],
    );
}

#[test]
fn all_of_them_at_once() {
    told(
        &["struct Caller { #[id(1)] a: String, b: u8, #[role(\"\")] c: bool, \
           #[claim(\"x\", y)] #[id] d: u8 }"],
        expect![[r#"
            struct Caller { #[id(1)] a: String, b: u8, #[role("")] c: bool, #[claim("x", y)] #[id] d: u8 }
                id(1) <- `id` stands alone here
                "" <- this role is empty; name it, or remove it
                id <- `id` clashes with `claim`: a field comes from one place
                claim <- `claim` is here
                y <- unknown word `y`; known are `default`
        "#]],
    );
}
