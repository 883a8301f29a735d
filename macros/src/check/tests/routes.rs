//! Verbs and paths.

use expect_test::expect;

use super::alone;

#[test]
fn no_route() {
    alone(
        &["", "anonymous", "verbs(GET)", r#"routes("/a")"#],
        expect![[r#"

                handler <- this endpoint has no route; write one, such as `get = "/path"`
            anonymous
                handler <- this endpoint has no route; write one, such as `get = "/path"`
            verbs(GET)
                verbs <- `verbs` needs paths; add `routes("/path")`
            routes("/a")
                routes <- `routes` needs verbs; add `verbs(GET)`
        "#]],
    );
}

#[test]
fn no_echo_of_a_misspelt_route() {
    alone(
        &[
            r#"pots = "/a", anonymous(POST)"#,
            r#"verbs(GTE), routes("/a")"#,
            r#"verbs(GET), route("/a")"#,
            r#"post = "a", anonymous(POST)"#,
        ],
        expect![[r#"
        pots = "/a", anonymous(POST)
            pots <- unknown clause `pots`; did you mean `post`?
        verbs(GTE), routes("/a")
            GTE <- unknown verb `GTE`; did you mean `GET`?
        verbs(GET), route("/a")
            route <- unknown clause `route`; did you mean `routes`?
        post = "a", anonymous(POST)
            "a" <- a path begins with `/`: `"/a"`
    "#]],
    );
}

#[test]
fn bad_path() {
    alone(
        &[
            r#"get = "api""#,
            r#"get = """#,
            r#"get = "/{id""#,
            r#"get = "/id}""#,
            r#"get = "/{}""#,
            r#"get = "/{id}/{id}""#,
            r#"verbs(GET), routes("a", PATH)"#,
        ],
        expect![[r#"
        get = "api"
            "api" <- a path begins with `/`: `"/api"`
        get = ""
            "" <- this path is empty; write `"/"` for the root
        get = "/{id"
            "/{id" <- `{id` is never closed; write `}` behind the name
        get = "/id}"
            "/id}" <- this `}` closes nothing
        get = "/{}"
            "/{}" <- `{}` has no name; write `{id}`
        get = "/{id}/{id}"
            "/{id}/{id}" <- `{id}` is in this path twice; rename one
        verbs(GET), routes("a", PATH)
            "a" <- a path begins with `/`: `"/a"`
            PATH <- a path is a string: `"/path"`
    "#]],
    );
}

#[test]
fn sound() {
    alone(
        &[
            r#"get = "/""#,
            r##"get = r"/{id:\d{2}}", put = r#"/{id:"{2}}"#"##,
            r#"get = "/{tail}*", post = "/{tail:.*}""#,
            r#"get = "/a", get = "/b", post = "/a""#,
        ],
        expect![[r##"
        get = "/"
        get = r"/{id:\d{2}}", put = r#"/{id:"{2}}"#
        get = "/{tail}*", post = "/{tail:.*}"
        get = "/a", get = "/b", post = "/a"
    "##]],
    );
}

#[test]
fn twice() {
    alone(
        &[
            r#"get = "/a", get = "/a""#,
            r#"get = "/{id}", get = "/{name}""#,
            r#"verbs(GET, GET), routes("/a", "/a")"#,
            r#"verbs(GET), routes("/{a}", "/{b}")"#,
        ],
        expect![[r#"
        get = "/a", get = "/a"
            "/a" <- `GET /a` is routed twice; remove one
            "/a" <- the first is here
        get = "/{id}", get = "/{name}"
            "/{name}" <- `"/{name}"` catches what `"/{id}"` does; remove one
            "/{id}" <- the first is here
        verbs(GET, GET), routes("/a", "/a")
            GET <- `GET` is in `verbs` twice; remove one
            GET <- the first is here
            "/a" <- `"/a"` is in `routes` twice; remove one
            "/a" <- the first is here
        verbs(GET), routes("/{a}", "/{b}")
            "/{b}" <- `"/{b}"` catches what `"/{a}"` does; remove one
            "/{a}" <- the first is here
    "#]],
    );
}

#[test]
fn both_forms() {
    alone(
        &[r#"get = "/a", verbs(POST), routes("/b")"#, r#"get = "/a", routes("/b")"#],
        expect![[r#"
        get = "/a", verbs(POST), routes("/b")
            verbs <- `verbs` clashes with `get`: routes are written in one of two forms; keep one
            get <- `get` is here
        get = "/a", routes("/b")
            routes <- `routes` clashes with `get`: routes are written in one of two forms; keep one
            get <- `get` is here
    "#]],
    );
}

#[test]
fn unknown_verb() {
    alone(
        &[
            r#"verbs(post), routes("/a")"#,
            r#"verbs(PSOT), routes("/a")"#,
            r#"verbs(TRACE), routes("/a")"#,
            r#"verbs("post"), routes("/a")"#,
            r#"verbs(Method::POST), routes("/a")"#,
        ],
        expect![[r#"
        verbs(post), routes("/a")
            post <- unknown verb `post`; did you mean `POST`?
        verbs(PSOT), routes("/a")
            PSOT <- unknown verb `PSOT`; did you mean `POST`?
        verbs(TRACE), routes("/a")
            TRACE <- unknown verb `TRACE`; known are `GET`, `POST`, `PUT`, `PATCH`, `DELETE`, `HEAD`, `OPTIONS`
        verbs("post"), routes("/a")
            "post" <- a verb is a word without quotes: `POST`
        verbs(Method::POST), routes("/a")
            Method::POST <- expected a verb, such as `POST`
    "#]],
    );
}
