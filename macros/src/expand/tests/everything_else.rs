//! The clauses that demand nothing, and another path to the runtime.

use expect_test::expect;

use super::check;

#[test]
fn everything_else() {
    check(
        r#"
#[endpoint(
    get = "/a",
    manual,
    accept(redundant),
    name = "things.list",
    summary = "Lists things.",
    description = "In their order.",
    tags("things", "lists"),
    wrap = Logger::new::<A, B>("%a"),
    crate = crate::reexported,
)]
async fn granted(request: HttpRequest, gate: Gate) -> Answer {
    Answer
}
"#,
        expect![[r##"
            #[allow(non_camel_case_types, dead_code, reason = "takes the name of its handler")]
            struct granted;
            impl crate::reexported::__private::Guarded for granted {
                const ENDPOINT: crate::reexported::__private::Endpoint = crate::reexported::__private::Endpoint {
                    handler: "granted",
                    module: ::core::module_path!(),
                    file: ::core::file!(),
                    line: ::core::line!(),
                    group: ::core::option::Option::None,
                    routes: &[(crate::reexported::__private::Verb::Get, "/a")],
                    anonymous: &[],
                    rules: &[],
                    on: &[],
                    checks: &[],
                    schemes: &[],
                    manual: true,
                    accept: &[crate::reexported::__private::Notice::Redundant],
                    about: crate::reexported::__private::About {
                        name: "things.list",
                        summary: ::core::option::Option::Some("Lists things."),
                        description: ::core::option::Option::Some("In their order."),
                        tags: &["things", "lists"],
                    },
                    arguments: &[
                        ::core::any::TypeId::of::<HttpRequest>(),
                        ::core::any::TypeId::of::<Gate>(),
                    ],
                    enter: <granted as crate::reexported::__private::Guarded>::enter,
                    wrap: ::core::option::Option::Some(|__portcullis_gate| crate::reexported::__private::wrap(
                        Logger::new::<A, B>("%a"),
                        __portcullis_gate,
                    )),
                };
                fn enter(
                    __portcullis_granted: crate::reexported::__private::Granted,
                    __portcullis_request: crate::reexported::__private::HttpRequest,
                    __portcullis_payload: crate::reexported::__private::Payload,
                ) -> crate::reexported::__private::Entering {
                    async fn granted(request: HttpRequest, gate: Gate) -> Answer {
                        Answer
                    }
                    crate::reexported::__private::enter(
                        granted,
                        __portcullis_granted,
                        __portcullis_request,
                        __portcullis_payload,
                    )
                }
            }
            impl crate::reexported::__private::HttpServiceFactory for granted {
                fn register(
                    self,
                    __portcullis_services: &mut crate::reexported::__private::AppService,
                ) {
                    #[crate::reexported::__private::linkme::distributed_slice(
                        crate::reexported::__private::ENDPOINTS
                    )]
                    #[linkme(crate = crate::reexported::__private::linkme)]
                    static LINKED: &'static crate::reexported::__private::Endpoint = &<granted as crate::reexported::__private::Guarded>::ENDPOINT;
                    crate::reexported::__private::mount_by_hand(LINKED, __portcullis_services)
                }
            }
            const _: () = {
                use crate::reexported::__private::Unprobed as _;
                #[crate::reexported::__private::linkme::distributed_slice(
                    crate::reexported::__private::NEEDED
                )]
                #[linkme(crate = crate::reexported::__private::linkme)]
                static NEEDED: &'static crate::reexported::__private::Needed = &crate::reexported::__private::Needed {
                    argument: ::core::any::TypeId::of::<Gate>,
                    source: crate::reexported::__private::Probe::<Gate>::SOURCE,
                };
                crate::reexported::__private::weigh_argument(
                    &<granted as crate::reexported::__private::Guarded>::ENDPOINT,
                    crate::reexported::__private::Probe::<Gate>::PARAMETERS,
                    crate::reexported::__private::Probe::<Gate>::NEEDS_CALLER,
                    crate::reexported::__private::Probe::<Gate>::NEEDS_CHECK,
                )
            };
        "##]],
    );
}
