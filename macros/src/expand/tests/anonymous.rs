//! Everyone, on every verb.

use expect_test::expect;

use super::check;

#[test]
fn anonymous() {
    check(
        r#"
#[endpoint(post = "/api/login", get = "/api/login", post = "/login", anonymous)]
async fn login(form: web::Json<Login>, tokens: Tokens) -> Result<web::Json<Signed>, Error> {
    form.sign(tokens)
}
"#,
        expect![[r##"
            #[allow(non_camel_case_types, dead_code, reason = "takes the name of its handler")]
            struct login;
            impl ::portcullis::__private::Guarded for login {
                const ENDPOINT: ::portcullis::__private::Endpoint = ::portcullis::__private::Endpoint {
                    handler: "login",
                    module: ::core::module_path!(),
                    file: ::core::file!(),
                    line: ::core::line!(),
                    group: ::core::option::Option::None,
                    routes: &[
                        (::portcullis::__private::Verb::Post, "/api/login"),
                        (::portcullis::__private::Verb::Get, "/api/login"),
                        (::portcullis::__private::Verb::Post, "/login"),
                    ],
                    anonymous: &[
                        ::portcullis::__private::Verb::Post,
                        ::portcullis::__private::Verb::Get,
                    ],
                    rules: &[],
                    on: &[],
                    checks: &[],
                    schemes: &[],
                    manual: false,
                    accept: &[],
                    about: ::portcullis::__private::About {
                        name: "login",
                        summary: ::core::option::Option::None,
                        description: ::core::option::Option::None,
                        tags: &[],
                    },
                    arguments: &[
                        ::core::any::TypeId::of::<web::Json<Login>>(),
                        ::core::any::TypeId::of::<Tokens>(),
                    ],
                    enter: <login as ::portcullis::__private::Guarded>::enter,
                    wrap: ::core::option::Option::None,
                };
                fn enter(
                    __portcullis_granted: ::portcullis::__private::Granted,
                    __portcullis_request: ::portcullis::__private::HttpRequest,
                    __portcullis_payload: ::portcullis::__private::Payload,
                ) -> ::portcullis::__private::Entering {
                    async fn login(
                        form: web::Json<Login>,
                        tokens: Tokens,
                    ) -> Result<web::Json<Signed>, Error> {
                        form.sign(tokens)
                    }
                    ::portcullis::__private::enter(
                        login,
                        __portcullis_granted,
                        __portcullis_request,
                        __portcullis_payload,
                    )
                }
            }
            impl ::portcullis::__private::HttpServiceFactory for login {
                fn register(self, __portcullis_services: &mut ::portcullis::__private::AppService) {
                    #[::portcullis::__private::linkme::distributed_slice(
                        ::portcullis::__private::ENDPOINTS
                    )]
                    #[linkme(crate = ::portcullis::__private::linkme)]
                    static LINKED: &'static ::portcullis::__private::Endpoint = &<login as ::portcullis::__private::Guarded>::ENDPOINT;
                    ::portcullis::__private::mount_by_hand(LINKED, __portcullis_services)
                }
            }
        "##]],
    );
}
