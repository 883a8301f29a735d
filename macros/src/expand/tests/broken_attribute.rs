//! The handler is sound; only its attribute is not.

use expect_test::expect;

use super::check;

#[test]
fn broken_attribute() {
    check(
        r#"
#[endpoint(pots = "/a", roles("Admin", "Admin"), crate = here)]
/// Docs.
#[cfg(unix)]
#[tracing::instrument]
pub async fn broken(a: A) -> Answer {
    a.into()
}
"#,
        expect![[r#"
            ::core::compile_error! {
                "unknown clause `pots`; did you mean `post`?"
            }
            ::core::compile_error! {
                "`\"Admin\"` is in `roles` twice; remove one"
            }
            ::core::compile_error! {
                "the first is here"
            }
            #[cfg(unix)]
            #[allow(
                non_camel_case_types,
                dead_code,
                missing_docs,
                reason = "takes the name of its handler"
            )]
            pub struct broken;
            #[cfg(unix)]
            impl here::__private::HttpServiceFactory for broken {
                fn register(self, _: &mut here::__private::AppService) {
                    #[allow(dead_code, reason = "kept for the editor")]
                    #[cfg(unix)]
                    #[tracing::instrument]
                    async fn broken(a: A) -> Answer {
                        a.into()
                    }
                    ::core::unreachable!()
                }
            }
        "#]],
    );
}
