//! Docs, `cfg` and other attributes of the handler and of its arguments.

use expect_test::expect;

use super::check;

#[test]
fn attributes() {
    check(
        r##"
#[endpoint(get = "/a")]
/// Changes a thing.
///
///     indented
#[cfg(feature = "things")]
#[tracing::instrument]
#[doc(hidden)]
pub(crate) async fn r#type(#[cfg(unix)] first: A, (second, _): (B, C)) -> Answer {
    Answer
}
"##,
        expect![[r#"
            /// Changes a thing.
            ///
            ///     indented
            #[doc(hidden)]
            #[cfg(feature = "things")]
            #[allow(non_camel_case_types, dead_code, reason = "takes the name of its handler")]
            pub(crate) struct r#type;
            #[cfg(feature = "things")]
            impl ::portcullis::__private::Guarded for r#type {
                const ENDPOINT: ::portcullis::__private::Endpoint = ::portcullis::__private::Endpoint {
                    handler: "type",
                    module: ::core::module_path!(),
                    file: ::core::file!(),
                    line: ::core::line!(),
                    group: ::core::option::Option::None,
                    routes: &[(::portcullis::__private::Verb::Get, "/a")],
                    anonymous: &[],
                    rules: &[],
                    on: &[],
                    checks: &[],
                    schemes: &[],
                    manual: false,
                    accept: &[],
                    about: ::portcullis::__private::About {
                        name: "type",
                        summary: ::core::option::Option::None,
                        description: ::core::option::Option::Some(
                            "Changes a thing.\n\n    indented",
                        ),
                        tags: &[],
                    },
                    arguments: &[
                        #[cfg(unix)]
                        ::core::any::TypeId::of::<A>(),
                        ::core::any::TypeId::of::<(B, C)>(),
                    ],
                    enter: <r#type as ::portcullis::__private::Guarded>::enter,
                    wrap: ::core::option::Option::None,
                };
                fn enter(
                    __portcullis_granted: ::portcullis::__private::Granted,
                    __portcullis_request: ::portcullis::__private::HttpRequest,
                    __portcullis_payload: ::portcullis::__private::Payload,
                ) -> ::portcullis::__private::Entering {
                    #[cfg(feature = "things")]
                    #[tracing::instrument]
                    async fn r#type(#[cfg(unix)] first: A, (second, _): (B, C)) -> Answer {
                        Answer
                    }
                    ::portcullis::__private::enter(
                        r#type,
                        __portcullis_granted,
                        __portcullis_request,
                        __portcullis_payload,
                    )
                }
            }
            #[cfg(feature = "things")]
            impl ::portcullis::__private::HttpServiceFactory for r#type {
                fn register(self, __portcullis_services: &mut ::portcullis::__private::AppService) {
                    #[::portcullis::__private::linkme::distributed_slice(
                        ::portcullis::__private::ENDPOINTS
                    )]
                    #[linkme(crate = ::portcullis::__private::linkme)]
                    static LINKED: &'static ::portcullis::__private::Endpoint = &<r#type as ::portcullis::__private::Guarded>::ENDPOINT;
                    ::portcullis::__private::mount_by_hand(LINKED, __portcullis_services)
                }
            }
            #[cfg(feature = "things")]
            #[cfg(unix)]
            const _: () = {
                use ::portcullis::__private::Unprobed as _;
                #[::portcullis::__private::linkme::distributed_slice(
                    ::portcullis::__private::NEEDED
                )]
                #[linkme(crate = ::portcullis::__private::linkme)]
                static NEEDED: &'static ::portcullis::__private::Needed = &::portcullis::__private::Needed {
                    argument: ::core::any::TypeId::of::<A>,
                    source: ::portcullis::__private::Probe::<A>::SOURCE,
                };
                ::portcullis::__private::weigh_argument(
                    &<r#type as ::portcullis::__private::Guarded>::ENDPOINT,
                    ::portcullis::__private::Probe::<A>::PARAMETERS,
                    ::portcullis::__private::Probe::<A>::NEEDS_CALLER,
                    ::portcullis::__private::Probe::<A>::NEEDS_CHECK,
                )
            };
        "#]],
    );
}
