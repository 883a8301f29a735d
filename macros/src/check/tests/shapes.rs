//! What value each clause takes.

use expect_test::expect;

use super::{alone, beside_a_route};

#[test]
fn wrong_shape() {
    alone(
        &["get", r#"get("/a")"#, "get = 1"],
        expect![[r#"
        get
            get <- `get` takes a path: `get = "/path"`
        get("/a")
            get("/a") <- `get` takes a path: `get = "/path"`
        get = 1
            get = 1 <- `get` takes a path: `get = "/path"`
    "#]],
    );
    beside_a_route(
        &[
            "roles",
            r#"roles = "Admin""#,
            r#"claims = "a""#,
            r#"policies = "a""#,
            "anonymous = true",
            "manual = true",
            "manual()",
            "require",
            "on = GET",
            "accept",
            r#"summary("a")"#,
            r#"tags = "a""#,
            "wrap(Logger)",
            r#"crate = "portcullis""#,
            "crate(portcullis)",
            r#"schemes = "jwt""#,
        ],
        expect![[r#"
            roles
                roles <- `roles` takes a list: `roles("Admin")`
            roles = "Admin"
                roles = "Admin" <- `roles` takes a list: `roles("Admin")`
            claims = "a"
                claims = "a" <- `claims` takes a list: `claims("AdminID", "dept" = "eng")`
            policies = "a"
                policies = "a" <- `policies` takes a list: `policies(ManagersOnly)`
            anonymous = true
                anonymous = true <- `anonymous` takes nothing, or a list of verbs: `anonymous(POST)`
            manual = true
                manual = true <- `manual` takes nothing; write `manual` alone
            manual()
                manual() <- `manual` takes nothing; write `manual` alone
            require
                require <- `require` takes an expression: `require(role("Admin") || scope("docs.read"))`
            on = GET
                on = GET <- `on` takes a verb and its requirements: `on(PUT, roles("Editor"))`
            accept
                accept <- `accept` takes a list of warnings: `accept(dormant)`
            summary("a")
                summary("a") <- `summary` takes a string: `summary = "text"`
            tags = "a"
                tags = "a" <- `tags` takes a list of strings: `tags("admin")`
            wrap(Logger)
                wrap(Logger) <- `wrap` takes an expression: `wrap = Logger::default()`
            crate = "portcullis"
                crate = "portcullis" <- `crate` takes a path: `crate = my_crate::portcullis`
            crate(portcullis)
                crate(portcullis) <- `crate` takes a path: `crate = my_crate::portcullis`
            schemes = "jwt"
                schemes = "jwt" <- `schemes` takes a list: `schemes("jwt")`
        "#]],
    );
}

#[test]
fn empty() {
    beside_a_route(
        &["roles()", "anonymous()", "require()", "on()", "accept()", "tags()", r#"summary = " ""#],
        expect![[r#"
        roles()
            roles() <- `roles` is empty; write `roles("Admin")`, or remove it
        anonymous()
            anonymous() <- `anonymous` is empty; write `anonymous(POST)`, or remove it
        require()
            require() <- `require` is empty; write `require(role("Admin") || scope("docs.read"))`, or remove it
        on()
            on() <- `on` is empty; write `on(PUT, roles("Editor"))`, or remove it
        accept()
            accept() <- `accept` is empty; write `accept(dormant)`, or remove it
        tags()
            tags() <- `tags` is empty; write `tags("admin")`, or remove it
        summary = " "
            " " <- `summary` is empty; write it, or remove `summary`
    "#]],
    );
}

#[test]
fn unknown_warning() {
    beside_a_route(
        &["accept(dorment)", "accept(nothing)", r#"accept("dormant")"#, "accept(dormant, dormant)"],
        expect![[r#"
        accept(dorment)
            dorment <- unknown warning `dorment`; did you mean `dormant`?
        accept(nothing)
            nothing <- unknown warning `nothing`; known are `dormant`, `redundant`
        accept("dormant")
            "dormant" <- expected a word, such as `dormant`
        accept(dormant, dormant)
            dormant <- `dormant` is in `accept` twice; remove one
            dormant <- the first is here
    "#]],
    );
}

#[test]
fn tags() {
    beside_a_route(
        &["tags(admin)", r#"tags("a", "a")"#, r#"tags("")"#],
        expect![[r#"
        tags(admin)
            admin <- a tag is a string: `"admin"`
        tags("a", "a")
            "a" <- `"a"` is in `tags` twice; remove one
            "a" <- the first is here
        tags("")
            "" <- `""` is empty or has blanks around it
    "#]],
    );
}
