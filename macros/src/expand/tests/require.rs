//! A boolean expression, with the precedence of Rust.

use expect_test::expect;

use super::check;

#[test]
fn require() {
    check(
        r#"
#[endpoint(
    get = "/a",
    require(role("Admin") || permission(READ) && !claim("suspended", true) && (scope("a") || policy("P") || scheme("jwt"))),
)]
async fn require() -> Answer {
    Answer
}
"#,
        expect![[r##"
            #[allow(non_camel_case_types, dead_code, reason = "takes the name of its handler")]
            struct require;
            impl ::portcullis::__private::Guarded for require {
                const ENDPOINT: ::portcullis::__private::Endpoint = ::portcullis::__private::Endpoint {
                    handler: "require",
                    module: ::core::module_path!(),
                    file: ::core::file!(),
                    line: ::core::line!(),
                    group: ::core::option::Option::None,
                    routes: &[(::portcullis::__private::Verb::Get, "/a")],
                    anonymous: &[],
                    rules: &[
                        ::portcullis::__private::rule::any(const {
                            &[
                                ::portcullis::__private::rule::role("Admin"),
                                ::portcullis::__private::rule::all(const {
                                    &[
                                        ::portcullis::__private::rule::permission(READ),
                                        ::portcullis::__private::rule::not(const {
                                            &[
                                                ::portcullis::__private::rule::claim_is(
                                                    "suspended",
                                                    ::portcullis::__private::rule::boolean(true),
                                                ),
                                            ]
                                        }),
                                        ::portcullis::__private::rule::any(const {
                                            &[
                                                ::portcullis::__private::rule::scope("a"),
                                                ::portcullis::__private::rule::policy("P"),
                                                ::portcullis::__private::rule::scheme("jwt"),
                                            ]
                                        }),
                                    ]
                                }),
                            ]
                        }),
                    ],
                    on: &[],
                    checks: &[],
                    schemes: &[],
                    manual: false,
                    accept: &[],
                    about: ::portcullis::__private::About {
                        name: "require",
                        summary: ::core::option::Option::None,
                        description: ::core::option::Option::None,
                        tags: &[],
                    },
                    arguments: &[],
                    enter: <require as ::portcullis::__private::Guarded>::enter,
                    wrap: ::core::option::Option::None,
                };
                fn enter(
                    __portcullis_granted: ::portcullis::__private::Granted,
                    __portcullis_request: ::portcullis::__private::HttpRequest,
                    __portcullis_payload: ::portcullis::__private::Payload,
                ) -> ::portcullis::__private::Entering {
                    async fn require() -> Answer {
                        Answer
                    }
                    ::portcullis::__private::enter(
                        require,
                        __portcullis_granted,
                        __portcullis_request,
                        __portcullis_payload,
                    )
                }
            }
            impl ::portcullis::__private::HttpServiceFactory for require {
                fn register(self, __portcullis_services: &mut ::portcullis::__private::AppService) {
                    #[::portcullis::__private::linkme::distributed_slice(
                        ::portcullis::__private::ENDPOINTS
                    )]
                    #[linkme(crate = ::portcullis::__private::linkme)]
                    static LINKED: &'static ::portcullis::__private::Endpoint = &<require as ::portcullis::__private::Guarded>::ENDPOINT;
                    ::portcullis::__private::mount_by_hand(LINKED, __portcullis_services)
                }
            }
        "##]],
    );
}
