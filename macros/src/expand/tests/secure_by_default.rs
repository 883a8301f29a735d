//! An endpoint without requirements: any authenticated caller.

use expect_test::expect;

use super::check;

#[test]
fn secure_by_default() {
    check(
        r#"
#[endpoint(get = "/api/me")]
pub async fn me(caller: Principal) -> impl Responder {
    caller.id()
}
"#,
        expect![[r##"
            #[allow(non_camel_case_types, dead_code, reason = "takes the name of its handler")]
            pub struct me;
            impl ::portcullis::__private::Guarded for me {
                const ENDPOINT: ::portcullis::__private::Endpoint = ::portcullis::__private::Endpoint {
                    handler: "me",
                    module: ::core::module_path!(),
                    file: ::core::file!(),
                    line: ::core::line!(),
                    group: ::core::option::Option::None,
                    routes: &[(::portcullis::__private::Verb::Get, "/api/me")],
                    anonymous: &[],
                    rules: &[],
                    on: &[],
                    checks: &[],
                    schemes: &[],
                    manual: false,
                    accept: &[],
                    about: ::portcullis::__private::About {
                        name: "me",
                        summary: ::core::option::Option::None,
                        description: ::core::option::Option::None,
                        tags: &[],
                    },
                    arguments: &[::core::any::TypeId::of::<Principal>()],
                    enter: <me as ::portcullis::__private::Guarded>::enter,
                    wrap: ::core::option::Option::None,
                };
                fn enter(
                    __portcullis_granted: ::portcullis::__private::Granted,
                    __portcullis_request: ::portcullis::__private::HttpRequest,
                    __portcullis_payload: ::portcullis::__private::Payload,
                ) -> ::portcullis::__private::Entering {
                    async fn me(caller: Principal) -> impl Responder {
                        caller.id()
                    }
                    ::portcullis::__private::enter(
                        me,
                        __portcullis_granted,
                        __portcullis_request,
                        __portcullis_payload,
                    )
                }
            }
            impl ::portcullis::__private::HttpServiceFactory for me {
                fn register(self, __portcullis_services: &mut ::portcullis::__private::AppService) {
                    #[::portcullis::__private::linkme::distributed_slice(
                        ::portcullis::__private::ENDPOINTS
                    )]
                    #[linkme(crate = ::portcullis::__private::linkme)]
                    static LINKED: &'static ::portcullis::__private::Endpoint = &<me as ::portcullis::__private::Guarded>::ENDPOINT;
                    ::portcullis::__private::mount_by_hand(LINKED, __portcullis_services)
                }
            }
        "##]],
    );
}
