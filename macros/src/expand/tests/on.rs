//! Further requirements for one verb.

use expect_test::expect;

use super::check;

#[test]
fn on() {
    check(
        r#"
#[endpoint(
    get = "/a", put = "/a", delete = "/a",
    roles("Reader"),
    on(PUT, roles("Editor"), require(!claim("suspended"))),
    on(DELETE, permissions_all("delete")),
)]
async fn on() -> Answer {
    Answer
}
"#,
        expect![[r##"
            #[allow(non_camel_case_types, dead_code, reason = "takes the name of its handler")]
            struct on;
            impl ::portcullis::__private::Guarded for on {
                const ENDPOINT: ::portcullis::__private::Endpoint = ::portcullis::__private::Endpoint {
                    handler: "on",
                    module: ::core::module_path!(),
                    file: ::core::file!(),
                    line: ::core::line!(),
                    group: ::core::option::Option::None,
                    routes: &[
                        (::portcullis::__private::Verb::Get, "/a"),
                        (::portcullis::__private::Verb::Put, "/a"),
                        (::portcullis::__private::Verb::Delete, "/a"),
                    ],
                    anonymous: &[],
                    rules: &[
                        ::portcullis::__private::rule::any(const {
                            &[::portcullis::__private::rule::role("Reader")]
                        }),
                    ],
                    on: &[
                        (
                            ::portcullis::__private::Verb::Put,
                            &[
                                ::portcullis::__private::rule::any(const {
                                    &[::portcullis::__private::rule::role("Editor")]
                                }),
                                ::portcullis::__private::rule::not(const {
                                    &[::portcullis::__private::rule::claim("suspended")]
                                }),
                            ],
                        ),
                        (
                            ::portcullis::__private::Verb::Delete,
                            &[
                                ::portcullis::__private::rule::all(const {
                                    &[::portcullis::__private::rule::permission("delete")]
                                }),
                            ],
                        ),
                    ],
                    checks: &[],
                    schemes: &[],
                    manual: false,
                    accept: &[],
                    about: ::portcullis::__private::About {
                        name: "on",
                        summary: ::core::option::Option::None,
                        description: ::core::option::Option::None,
                        tags: &[],
                    },
                    arguments: &[],
                    enter: <on as ::portcullis::__private::Guarded>::enter,
                    wrap: ::core::option::Option::None,
                };
                fn enter(
                    __portcullis_granted: ::portcullis::__private::Granted,
                    __portcullis_request: ::portcullis::__private::HttpRequest,
                    __portcullis_payload: ::portcullis::__private::Payload,
                ) -> ::portcullis::__private::Entering {
                    async fn on() -> Answer {
                        Answer
                    }
                    ::portcullis::__private::enter(
                        on,
                        __portcullis_granted,
                        __portcullis_request,
                        __portcullis_payload,
                    )
                }
            }
            impl ::portcullis::__private::HttpServiceFactory for on {
                fn register(self, __portcullis_services: &mut ::portcullis::__private::AppService) {
                    #[::portcullis::__private::linkme::distributed_slice(
                        ::portcullis::__private::ENDPOINTS
                    )]
                    #[linkme(crate = ::portcullis::__private::linkme)]
                    static LINKED: &'static ::portcullis::__private::Endpoint = &<on as ::portcullis::__private::Guarded>::ENDPOINT;
                    ::portcullis::__private::mount_by_hand(LINKED, __portcullis_services)
                }
            }
        "##]],
    );
}
