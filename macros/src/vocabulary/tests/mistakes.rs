//! Every mistake, at the user's own token.

use expect_test::expect;

use super::told;

#[test]
fn no_enum() {
    told(
        &[
            "#[vocabulary(role)] struct Role;",
            "#[vocabulary(role)] union Role { a: u8, b: u8 }",
            "#[vocabulary(role)] enum Role {}",
            "#[vocabulary(role)] enum Role<T> { Admin(T), Other {} }",
            "#[vocabulary(role)] enum Role where u8: Copy { Admin }",
            "#[vocabulary(role)] enum Role { Admin = 3, Other = 7 }",
        ],
        expect![[r#"
            #[vocabulary(role)] struct Role;
                struct <- `Vocabulary` is derived for an enum, which this `struct` is not
            #[vocabulary(role)] union Role { a: u8, b: u8 }
                union <- `Vocabulary` is derived for an enum, which this `union` is not
            #[vocabulary(role)] enum Role {}
                Role <- `Role` has no variants, so it names nothing
            #[vocabulary(role)] enum Role<T> { Admin(T), Other {} }
                (T) <- `Admin` has fields, and a name has none
                {} <- `Other` has fields, and a name has none
                <T> <- a vocabulary has no generics; its names are known when it is compiled
            #[vocabulary(role)] enum Role where u8: Copy { Admin }
                where u8: Copy <- a vocabulary has no generics; its names are known when it is compiled
            #[vocabulary(role)] enum Role { Admin = 3, Other = 7 }
        "#]],
    );
}

#[test]
fn kinds() {
    told(
        &[
            "enum Role { Admin }",
            "#[vocabulary] enum Role { Admin }",
            "#[vocabulary = \"role\"] enum Role { Admin }",
            "#[vocabulary[role]] enum Role { Admin }",
            "#[vocabulary()] enum Role { Admin }",
            "#[vocabulary(rolle)] enum Role { Admin }",
            "#[vocabulary(policy)] enum Role { Admin }",
            "#[vocabulary(role, permission)] enum Role { Admin }",
            "#[vocabulary(role)] #[vocabulary(scope)] enum Role { Admin }",
            "#[vocabulary(role, role)] enum Role { Admin }",
            "#[vocabulary(role = \"x\")] enum Role { Admin }",
            "#[vocabulary(role(x))] enum Role { Admin }",
        ],
        expect![[r#"
            enum Role { Admin }
                Role <- names of what? write `#[vocabulary(role)]` above `Role`, or `permission`, `scope` or `claim` in it
            #[vocabulary] enum Role { Admin }
                vocabulary <- `vocabulary` takes words in parentheses: `#[vocabulary(role)]`
            #[vocabulary = "role"] enum Role { Admin }
                vocabulary = "role" <- `vocabulary` takes words in parentheses: `#[vocabulary(role)]`
            #[vocabulary[role]] enum Role { Admin }
                vocabulary[role] <- `vocabulary` takes words in parentheses: `#[vocabulary(role)]`
            #[vocabulary()] enum Role { Admin }
                Role <- names of what? write `#[vocabulary(role)]` above `Role`, or `permission`, `scope` or `claim` in it
            #[vocabulary(rolle)] enum Role { Admin }
                rolle <- unknown word `rolle`; did you mean `role`?
            #[vocabulary(policy)] enum Role { Admin }
                policy <- unknown word `policy`; known are `role`, `permission`, `scope`, `claim`, `rename_all`, `crate`
            #[vocabulary(role, permission)] enum Role { Admin }
                permission <- `permission` clashes with `role`: an enum holds names of one kind
                role <- `role` is here
            #[vocabulary(role)] #[vocabulary(scope)] enum Role { Admin }
                scope <- `scope` clashes with `role`: an enum holds names of one kind
                role <- `role` is here
            #[vocabulary(role, role)] enum Role { Admin }
                role <- `role` is written twice; keep one
                role <- the first is here
            #[vocabulary(role = "x")] enum Role { Admin }
                role = "x" <- `role` stands alone here
            #[vocabulary(role(x))] enum Role { Admin }
                role(x) <- `role` stands alone here
        "#]],
    );
}

#[test]
fn words() {
    told(
        &[
            "#[vocabulary(role, rename = \"a\")] enum Role { Admin }",
            "#[vocabulary(role, renameall = \"lowercase\", carte = x)] enum Role { Admin }",
            "#[vocabulary(role, rename_all)] enum Role { Admin }",
            "#[vocabulary(role, rename_all = snake_case)] enum Role { Admin }",
            "#[vocabulary(role, rename_all = \"snakecase\")] enum Role { Admin }",
            "#[vocabulary(role, rename_all = \"title\")] enum Role { Admin }",
            "#[vocabulary(role, crate = \"auth\")] enum Role { Admin }",
            "#[vocabulary(role)] enum Role { #[vocabulary(renam = \"a\")] Admin }",
            "#[vocabulary(role)] enum Role { #[vocabulary(role)] Admin }",
            "#[vocabulary(role)] enum Role { #[vocabulary(rename(\"a\"))] Admin }",
            "#[vocabulary(role)] enum Role { #[vocabulary(rename = A)] Admin }",
            "#[vocabulary(role)] enum Role { #[vocabulary(rename = \"a\", rename = \"b\")] Admin }",
        ],
        expect![[r##"
            #[vocabulary(role, rename = "a")] enum Role { Admin }
                rename <- unknown word `rename`; did you mean `rename_all`?
            #[vocabulary(role, renameall = "lowercase", carte = x)] enum Role { Admin }
                renameall <- unknown word `renameall`; did you mean `rename_all`?
                carte <- unknown word `carte`; did you mean `crate`?
            #[vocabulary(role, rename_all)] enum Role { Admin }
                rename_all <- `rename_all` takes a string: `rename_all = "snake_case"`
            #[vocabulary(role, rename_all = snake_case)] enum Role { Admin }
                rename_all = snake_case <- `rename_all` takes a string: `rename_all = "snake_case"`
            #[vocabulary(role, rename_all = "snakecase")] enum Role { Admin }
                "snakecase" <- unknown spelling `"snakecase"`; did you mean `"snake_case"`?
            #[vocabulary(role, rename_all = "title")] enum Role { Admin }
                "title" <- unknown spelling `"title"`; known are `"lowercase"`, `"UPPERCASE"`, `"PascalCase"`, `"camelCase"`, `"snake_case"`, `"SCREAMING_SNAKE_CASE"`, `"kebab-case"`, `"SCREAMING-KEBAB-CASE"`
            #[vocabulary(role, crate = "auth")] enum Role { Admin }
                crate = "auth" <- `crate` takes a path: `crate = my_crate::portcullis`
            #[vocabulary(role)] enum Role { #[vocabulary(renam = "a")] Admin }
                renam <- unknown word `renam`; did you mean `rename`?
            #[vocabulary(role)] enum Role { #[vocabulary(role)] Admin }
                role <- unknown word `role`; known are `rename`
            #[vocabulary(role)] enum Role { #[vocabulary(rename("a"))] Admin }
                rename("a") <- `rename` takes a string: `rename = "docs:write"`
            #[vocabulary(role)] enum Role { #[vocabulary(rename = A)] Admin }
                rename = A <- `rename` takes a string: `rename = "docs:write"`
            #[vocabulary(role)] enum Role { #[vocabulary(rename = "a", rename = "b")] Admin }
                rename <- `rename` is written twice; keep one
                rename <- the first is here
        "##]],
    );
}

#[test]
fn names() {
    told(
        &[
            "#[vocabulary(role)] enum Role { #[vocabulary(rename = \"\")] Admin }",
            "#[vocabulary(claim)] enum Claim { #[vocabulary(rename = \" AdminID\")] Admin }",
            "#[vocabulary(scope)] enum Scope { #[vocabulary(rename = \"docs read\")] Read, Ändern }",
            "#[vocabulary(role)] enum Role { Write, #[vocabulary(rename = \"Write\")] Writer }",
            "#[vocabulary(role, rename_all = \"lowercase\")] enum Role { AbC, ABc }",
            "#[vocabulary(role)] enum Role { ALL }",
        ],
        expect![[r##"
            #[vocabulary(role)] enum Role { #[vocabulary(rename = "")] Admin }
                "" <- this role is empty; name it, or remove it
            #[vocabulary(claim)] enum Claim { #[vocabulary(rename = " AdminID")] Admin }
                " AdminID" <- `" AdminID"` has blanks around it; names compare exactly: `"AdminID"`
            #[vocabulary(scope)] enum Scope { #[vocabulary(rename = "docs read")] Read, Ändern }
                "docs read" <- `"docs read"` is no scope: blanks separate scopes; give `docs` and `read` a variant each
                Ändern <- `"Ändern"` is no scope; RFC 6749 §3.3 allows visible ASCII without `"` and `\`
            #[vocabulary(role)] enum Role { Write, #[vocabulary(rename = "Write")] Writer }
                "Write" <- `Write` and `Writer` have one name, `"Write"`; rename one of them
                Write <- `Write` has it here
            #[vocabulary(role, rename_all = "lowercase")] enum Role { AbC, ABc }
                ABc <- `AbC` and `ABc` have one name, `"abc"`; rename one of them
                AbC <- `AbC` has it here
            #[vocabulary(role)] enum Role { ALL }
                ALL <- the variant `ALL` would hide the constant `ALL`, which lists all names; write `#[vocabulary(rename = "ALL")] All`
        "##]],
    );
}

#[test]
fn all_of_them_at_once() {
    told(
        &["#[vocabulary(role, scop, rename_all = \"x\")] enum Role<T> { Admin(T), \
           #[vocabulary(rename = \"\")] Other }"],
        expect![[r##"
            #[vocabulary(role, scop, rename_all = "x")] enum Role<T> { Admin(T), #[vocabulary(rename = "")] Other }
                scop <- unknown word `scop`; did you mean `scope`?
                "x" <- unknown spelling `"x"`; known are `"lowercase"`, `"UPPERCASE"`, `"PascalCase"`, `"camelCase"`, `"snake_case"`, `"SCREAMING_SNAKE_CASE"`, `"kebab-case"`, `"SCREAMING-KEBAB-CASE"`
                (T) <- `Admin` has fields, and a name has none
                "" <- this role is empty; name it, or remove it
                <T> <- a vocabulary has no generics; its names are known when it is compiled
        "##]],
    );
}
