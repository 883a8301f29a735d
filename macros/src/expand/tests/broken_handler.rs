//! The attribute is sound, but no handler is left.

use expect_test::expect;

use super::check;

#[test]
fn broken_handler() {
    check(
        r#"
#[endpoint(get = "/a")]
pub fn broken(a: A) -> Answer {
    Answer
}
"#,
        expect![[r#"
            ::core::compile_error! {
                "a handler is async; write `async fn broken`"
            }
            #[allow(
                non_camel_case_types,
                dead_code,
                missing_docs,
                reason = "takes the name of its handler"
            )]
            pub struct broken;
            impl ::portcullis::__private::HttpServiceFactory for broken {
                fn register(self, _: &mut ::portcullis::__private::AppService) {
                    #[allow(dead_code, reason = "kept for the editor")]
                    async fn broken(a: A) -> Answer {
                        Answer
                    }
                    ::core::unreachable!()
                }
            }
        "#]],
    );
}
