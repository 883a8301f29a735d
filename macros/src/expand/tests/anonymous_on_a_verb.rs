//! Everyone on one verb; requirements on the other.

use expect_test::expect;

use super::check;

#[test]
fn anonymous_on_a_verb() {
    check(
        r#"
#[endpoint(post = "/api/restricted", put = "/api/restricted", roles("Admin"), anonymous(POST))]
async fn restricted(caller: Option<Principal>) -> impl Responder {
    caller.is_some()
}
"#,
        expect![[r##"
            #[allow(non_camel_case_types, dead_code, reason = "takes the name of its handler")]
            struct restricted;
            impl ::portcullis::__private::Guarded for restricted {
                const ENDPOINT: ::portcullis::__private::Endpoint = ::portcullis::__private::Endpoint {
                    handler: "restricted",
                    module: ::core::module_path!(),
                    file: ::core::file!(),
                    line: ::core::line!(),
                    group: ::core::option::Option::None,
                    routes: &[
                        (::portcullis::__private::Verb::Post, "/api/restricted"),
                        (::portcullis::__private::Verb::Put, "/api/restricted"),
                    ],
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
                    arguments: &[::core::any::TypeId::of::<Option<Principal>>()],
                    enter: <restricted as ::portcullis::__private::Guarded>::enter,
                    wrap: ::core::option::Option::None,
                };
                fn enter(
                    __portcullis_granted: ::portcullis::__private::Granted,
                    __portcullis_request: ::portcullis::__private::HttpRequest,
                    __portcullis_payload: ::portcullis::__private::Payload,
                ) -> ::portcullis::__private::Entering {
                    async fn restricted(caller: Option<Principal>) -> impl Responder {
                        caller.is_some()
                    }
                    ::portcullis::__private::enter(
                        restricted,
                        __portcullis_granted,
                        __portcullis_request,
                        __portcullis_payload,
                    )
                }
            }
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
        "##]],
    );
}
