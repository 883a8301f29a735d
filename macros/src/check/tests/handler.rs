//! The function below the attribute.

use expect_test::expect;

use super::below_a_route;

#[test]
fn not_a_function() {
    below_a_route(
        &["struct Handler;", "pub mod handler {}", "const HANDLER: u8 = 1;", "impl Handler {}"],
        expect![[r#"
            struct Handler;
                struct <- `endpoint` guards an `async fn`, which this `struct` is not
            pub mod handler {}
                mod <- `endpoint` guards an `async fn`, which this `mod` is not
            const HANDLER: u8 = 1;
                const <- `endpoint` guards an `async fn`, which this `const` is not
            impl Handler {}
                impl <- `endpoint` guards an `async fn`, which this `impl` is not
        "#]],
    );
}

#[test]
fn not_async() {
    below_a_route(
        &["pub fn handler() -> Answer {}"],
        expect![[r#"
        pub fn handler() -> Answer {}
            fn <- a handler is async; write `async fn handler`
    "#]],
    );
}

#[test]
fn qualifiers() {
    below_a_route(
        &[
            r#"async unsafe extern "C" fn handler() -> Answer {}"#,
            "const async fn handler() -> Answer {}",
        ],
        expect![[r#"
            async unsafe extern "C" fn handler() -> Answer {}
                unsafe <- a handler cannot be `unsafe`; put the `unsafe` block inside
                extern "C" <- a handler cannot be `extern`; remove it
            const async fn handler() -> Answer {}
                const <- a handler cannot be `const`; remove the word
        "#]],
    );
}

#[test]
fn with_self() {
    below_a_route(
        &[
            "async fn handler(&self) -> Answer {}",
            "async fn handler(mut self: Box<Self>) -> Answer {}",
        ],
        expect![[r#"
        async fn handler(&self) -> Answer {}
            &self <- a handler has no `self`; write a function outside of the `impl`
        async fn handler(mut self: Box<Self>) -> Answer {}
            mut self: Box<Self> <- a handler has no `self`; write a function outside of the `impl`
    "#]],
    );
}

#[test]
fn generic() {
    below_a_route(
        &[
            "async fn handler<'a, T, const N: usize>() -> Answer where T: Copy {}",
            "async fn handler(a: impl Copy, b: Json<impl Copy>) -> Answer {}",
        ],
        expect![[r#"
            async fn handler<'a, T, const N: usize>() -> Answer where T: Copy {}
                'a, T, const N: usize <- a handler cannot be generic: actix-web calls one function; name the types
                where T: Copy <- a handler cannot have a `where` clause; name the types
            async fn handler(a: impl Copy, b: Json<impl Copy>) -> Answer {}
                impl <- `impl` makes this handler generic; name the type
                impl <- `impl` makes this handler generic; name the type
        "#]],
    );
}

#[test]
fn arguments() {
    below_a_route(
        &[
            "async fn handler(a: &HttpRequest) -> Answer {}",
            "async fn handler(a: u8, ...) -> Answer {}",
            "async fn handler(a0: A, a1: A, a2: A, a3: A, a4: A, a5: A, a6: A, a7: A, a8: A, a9: A, a10: A, a11: A, a12: A, a13: A, a14: A, a15: A, a16: A) -> Answer {}",
        ],
        expect![[r#"
            async fn handler(a: &HttpRequest) -> Answer {}
                &HttpRequest <- a handler takes its arguments by value: `HttpRequest`
            async fn handler(a: u8, ...) -> Answer {}
                ... <- a handler cannot be variadic; name its arguments
            async fn handler(a0: A, a1: A, a2: A, a3: A, a4: A, a5: A, a6: A, a7: A, a8: A, a9: A, a10: A, a11: A, a12: A, a13: A, a14: A, a15: A, a16: A) -> Answer {}
                a16: A <- actix-web calls handlers of up to 16 arguments; put several into one tuple, or one type that implements `FromRequest`
        "#]],
    );
}

#[test]
fn no_answer() {
    below_a_route(
        &["async fn handler() {}"],
        expect![[r#"
        async fn handler() {}
            handler <- a handler answers something; write `-> impl Responder` or a type
    "#]],
    );
}

#[test]
fn no_body() {
    below_a_route(
        &["async fn handler() -> Answer;"],
        expect![[r#"
            async fn handler() -> Answer;
                handler <- this handler has no body; write `{ … }`
        "#]],
    );
}

#[test]
fn served_twice() {
    below_a_route(
        &[
            r#"#[get("/a")] async fn handler() -> Answer {}"#,
            r#"#[actix_web::post("/a")] async fn handler() -> Answer {}"#,
            r#"#[endpoint(post = "/a")] async fn handler() -> Answer {}"#,
            "#[tracing::instrument] #[utoipa::path(get)] async fn handler() -> Answer {}",
        ],
        expect![[r##"
        #[get("/a")] async fn handler() -> Answer {}
            get <- `#[get]` would serve this handler unguarded; write its route into `endpoint`
        #[actix_web::post("/a")] async fn handler() -> Answer {}
            actix_web::post <- `#[actix_web::post]` would serve this handler unguarded; write its route into `endpoint`
        #[endpoint(post = "/a")] async fn handler() -> Answer {}
            endpoint <- one `endpoint` guards a handler; write all routes into the first, such as `get = "/a", post = "/b"`
        #[tracing::instrument] #[utoipa::path(get)] async fn handler() -> Answer {}
    "##]],
    );
}
