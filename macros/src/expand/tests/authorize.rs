//! Functions that are asked about what a caller touches.

use expect_test::expect;

use super::check;

#[test]
fn authorize() {
    check(
        r#"
#[endpoint(
    get = "/a/{id}", delete = "/a/{id}",
    authorize(owns, checks::may_see),
    on(DELETE, authorize(may_delete)),
)]
async fn document(document: Authorized<Document>) -> Answer {
    Answer
}
"#,
        expect![[r##"
            #[allow(non_camel_case_types, dead_code, reason = "takes the name of its handler")]
            struct document;
            impl ::portcullis::__private::Guarded for document {
                const ENDPOINT: ::portcullis::__private::Endpoint = ::portcullis::__private::Endpoint {
                    handler: "document",
                    module: ::core::module_path!(),
                    file: ::core::file!(),
                    line: ::core::line!(),
                    group: ::core::option::Option::None,
                    routes: &[
                        (::portcullis::__private::Verb::Get, "/a/{id}"),
                        (::portcullis::__private::Verb::Delete, "/a/{id}"),
                    ],
                    anonymous: &[],
                    rules: &[],
                    on: &[],
                    checks: &[
                        ::portcullis::__private::Check {
                            verb: ::core::option::Option::None,
                            name: "owns",
                            run: |__portcullis_request| ::portcullis::__private::check(
                                owns,
                                __portcullis_request,
                            ),
                        },
                        ::portcullis::__private::Check {
                            verb: ::core::option::Option::None,
                            name: "checks::may_see",
                            run: |__portcullis_request| ::portcullis::__private::check(
                                checks::may_see,
                                __portcullis_request,
                            ),
                        },
                        ::portcullis::__private::Check {
                            verb: ::core::option::Option::Some(
                                ::portcullis::__private::Verb::Delete,
                            ),
                            name: "may_delete",
                            run: |__portcullis_request| ::portcullis::__private::check(
                                may_delete,
                                __portcullis_request,
                            ),
                        },
                    ],
                    schemes: &[],
                    manual: false,
                    accept: &[],
                    about: ::portcullis::__private::About {
                        name: "document",
                        summary: ::core::option::Option::None,
                        description: ::core::option::Option::None,
                        tags: &[],
                    },
                    arguments: &[::core::any::TypeId::of::<Authorized<Document>>()],
                    enter: <document as ::portcullis::__private::Guarded>::enter,
                    wrap: ::core::option::Option::None,
                };
                fn enter(
                    __portcullis_granted: ::portcullis::__private::Granted,
                    __portcullis_request: ::portcullis::__private::HttpRequest,
                    __portcullis_payload: ::portcullis::__private::Payload,
                ) -> ::portcullis::__private::Entering {
                    async fn document(document: Authorized<Document>) -> Answer {
                        Answer
                    }
                    ::portcullis::__private::enter(
                        document,
                        __portcullis_granted,
                        __portcullis_request,
                        __portcullis_payload,
                    )
                }
            }
            impl ::portcullis::__private::HttpServiceFactory for document {
                fn register(self, __portcullis_services: &mut ::portcullis::__private::AppService) {
                    #[::portcullis::__private::linkme::distributed_slice(
                        ::portcullis::__private::ENDPOINTS
                    )]
                    #[linkme(crate = ::portcullis::__private::linkme)]
                    static LINKED: &'static ::portcullis::__private::Endpoint = &<document as ::portcullis::__private::Guarded>::ENDPOINT;
                    ::portcullis::__private::mount_by_hand(LINKED, __portcullis_services)
                }
            }
            const _: () = {
                use ::portcullis::__private::Unprobed as _;
                #[::portcullis::__private::linkme::distributed_slice(
                    ::portcullis::__private::NEEDED
                )]
                #[linkme(crate = ::portcullis::__private::linkme)]
                static NEEDED: &'static ::portcullis::__private::Needed = &::portcullis::__private::Needed {
                    argument: ::core::any::TypeId::of::<Authorized<Document>>,
                    source: ::portcullis::__private::Probe::<Authorized<Document>>::SOURCE,
                };
                ::portcullis::__private::weigh_argument(
                    &<document as ::portcullis::__private::Guarded>::ENDPOINT,
                    ::portcullis::__private::Probe::<Authorized<Document>>::PARAMETERS,
                    ::portcullis::__private::Probe::<Authorized<Document>>::NEEDS_CALLER,
                    ::portcullis::__private::Probe::<Authorized<Document>>::NEEDS_CHECK,
                )
            };
        "##]],
    );
}
