//! Requirements that sleep: rustc warns at the word `anonymous`.

use expect_test::expect;

use super::check;

#[test]
fn dormant() {
    check(
        r#"
#[endpoint(post = "/api/restricted", roles("Admin"), anonymous(POST))]
#[cfg(unix)]
async fn restricted() -> Answer {
    Answer
}
"#,
        expect![[r##"
            #[cfg(unix)]
            #[allow(non_camel_case_types, dead_code, reason = "takes the name of its handler")]
            struct restricted;
            #[cfg(unix)]
            impl ::portcullis::__private::Guarded for restricted {
                const ENDPOINT: ::portcullis::__private::Endpoint = ::portcullis::__private::Endpoint {
                    handler: "restricted",
                    module: ::core::module_path!(),
                    file: ::core::file!(),
                    line: ::core::line!(),
                    group: ::core::option::Option::None,
                    routes: &[(::portcullis::__private::Verb::Post, "/api/restricted")],
                    anonymous: &[::portcullis::__private::Verb::Post],
                    rules: &[
                        ::portcullis::__private::rule::any(const {
                            &[::portcullis::__private::rule::role("Admin")]
                        }),
                    ],
                    on: &[],
                    checks: &[],
                    schemes: &[],
                    manual: false,
                    accept: &[],
                    about: ::portcullis::__private::About {
                        name: "restricted",
                        summary: ::core::option::Option::None,
                        description: ::core::option::Option::None,
                        tags: &[],
                    },
                    arguments: &[],
                    enter: <restricted as ::portcullis::__private::Guarded>::enter,
                    wrap: ::core::option::Option::None,
                };
                fn enter(
                    __portcullis_granted: ::portcullis::__private::Granted,
                    __portcullis_request: ::portcullis::__private::HttpRequest,
                    __portcullis_payload: ::portcullis::__private::Payload,
                ) -> ::portcullis::__private::Entering {
                    #[cfg(unix)]
                    async fn restricted() -> Answer {
                        Answer
                    }
                    ::portcullis::__private::enter(
                        restricted,
                        __portcullis_granted,
                        __portcullis_request,
                        __portcullis_payload,
                    )
                }
            }
            #[cfg(unix)]
            impl ::portcullis::__private::HttpServiceFactory for restricted {
                fn register(self, __portcullis_services: &mut ::portcullis::__private::AppService) {
                    #[::portcullis::__private::linkme::distributed_slice(
                        ::portcullis::__private::ENDPOINTS
                    )]
                    #[linkme(crate = ::portcullis::__private::linkme)]
                    static LINKED: &'static ::portcullis::__private::Endpoint = &<restricted as ::portcullis::__private::Guarded>::ENDPOINT;
                    ::portcullis::__private::mount_by_hand(LINKED, __portcullis_services)
                }
            }
            #[cfg(unix)]
            const _: () = {
                #[deprecated(
                    note = "everyone may call `POST /api/restricted`: `anonymous(POST)` covers every verb, so the other requirements never apply; remove one of the two, or write `accept(dormant)`"
                )]
                #[allow(non_upper_case_globals, reason = "named as the user's word is")]
                const anonymous: () = ();
                anonymous
            };
        "##]],
    );
}
