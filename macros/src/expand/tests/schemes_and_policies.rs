//! Named schemes and policies.

use expect_test::expect;

use super::check;

#[test]
fn schemes_and_policies() {
    check(
        r#"
#[endpoint(get = "/a", schemes("jwt", COOKIE, names::Key), policies("ManagersOnly", "Paid"))]
async fn named() -> Answer {
    Answer
}
"#,
        expect![[r##"
            #[allow(non_camel_case_types, dead_code, reason = "takes the name of its handler")]
            struct named;
            impl ::portcullis::__private::Guarded for named {
                const ENDPOINT: ::portcullis::__private::Endpoint = ::portcullis::__private::Endpoint {
                    handler: "named",
                    module: ::core::module_path!(),
                    file: ::core::file!(),
                    line: ::core::line!(),
                    group: ::core::option::Option::None,
                    routes: &[(::portcullis::__private::Verb::Get, "/a")],
                    anonymous: &[],
                    rules: &[
                        ::portcullis::__private::rule::all(const {
                            &[
                                ::portcullis::__private::rule::policy("ManagersOnly"),
                                ::portcullis::__private::rule::policy("Paid"),
                            ]
                        }),
                    ],
                    on: &[],
                    checks: &[],
                    schemes: &["jwt", COOKIE, names::Key],
                    manual: false,
                    accept: &[],
                    about: ::portcullis::__private::About {
                        name: "named",
                        summary: ::core::option::Option::None,
                        description: ::core::option::Option::None,
                        tags: &[],
                    },
                    arguments: &[],
                    enter: <named as ::portcullis::__private::Guarded>::enter,
                    wrap: ::core::option::Option::None,
                };
                fn enter(
                    __portcullis_granted: ::portcullis::__private::Granted,
                    __portcullis_request: ::portcullis::__private::HttpRequest,
                    __portcullis_payload: ::portcullis::__private::Payload,
                ) -> ::portcullis::__private::Entering {
                    async fn named() -> Answer {
                        Answer
                    }
                    ::portcullis::__private::enter(
                        named,
                        __portcullis_granted,
                        __portcullis_request,
                        __portcullis_payload,
                    )
                }
            }
            impl ::portcullis::__private::HttpServiceFactory for named {
                fn register(self, __portcullis_services: &mut ::portcullis::__private::AppService) {
                    #[::portcullis::__private::linkme::distributed_slice(
                        ::portcullis::__private::ENDPOINTS
                    )]
                    #[linkme(crate = ::portcullis::__private::linkme)]
                    static LINKED: &'static ::portcullis::__private::Endpoint = &<named as ::portcullis::__private::Guarded>::ENDPOINT;
                    ::portcullis::__private::mount_by_hand(LINKED, __portcullis_services)
                }
            }
        "##]],
    );
}
