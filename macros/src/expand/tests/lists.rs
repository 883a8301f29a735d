//! Every list clause, with names of every kind.

use expect_test::expect;

use super::check;

#[test]
fn lists() {
    check(
        r##"
#[endpoint(
    get = "/a",
    roles("Admin", Role::Manager),
    roles_all(ROLE),
    permissions("read", names::WRITE),
    permissions_all(r#type::Permission::Read),
    scopes("docs.read"),
    scopes_all("docs.write"),
    claims("AdminID", "dept" = "eng", Claim::Level = -3, LEVEL = 4),
    claims_all("verified" = true),
)]
async fn lists() -> Answer {
    Answer
}
"##,
        expect![[r##"
            #[allow(non_camel_case_types, dead_code, reason = "takes the name of its handler")]
            struct lists;
            impl ::portcullis::__private::Guarded for lists {
                const ENDPOINT: ::portcullis::__private::Endpoint = ::portcullis::__private::Endpoint {
                    handler: "lists",
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
                                ::portcullis::__private::rule::role(
                                    ::portcullis::__private::vocabulary::role(&Role::Manager)
                                        .as_str(),
                                ),
                            ]
                        }),
                        ::portcullis::__private::rule::all(const {
                            &[::portcullis::__private::rule::role(ROLE)]
                        }),
                        ::portcullis::__private::rule::any(const {
                            &[
                                ::portcullis::__private::rule::permission("read"),
                                ::portcullis::__private::rule::permission(names::WRITE),
                            ]
                        }),
                        ::portcullis::__private::rule::all(const {
                            &[
                                ::portcullis::__private::rule::permission(
                                    ::portcullis::__private::vocabulary::permission(
                                            &r#type::Permission::Read,
                                        )
                                        .as_str(),
                                ),
                            ]
                        }),
                        ::portcullis::__private::rule::any(const {
                            &[::portcullis::__private::rule::scope("docs.read")]
                        }),
                        ::portcullis::__private::rule::all(const {
                            &[::portcullis::__private::rule::scope("docs.write")]
                        }),
                        ::portcullis::__private::rule::any(const {
                            &[
                                ::portcullis::__private::rule::claim("AdminID"),
                                ::portcullis::__private::rule::claim_is(
                                    "dept",
                                    ::portcullis::__private::rule::text("eng"),
                                ),
                                ::portcullis::__private::rule::claim_is(
                                    ::portcullis::__private::vocabulary::claim(&Claim::Level)
                                        .as_str(),
                                    ::portcullis::__private::rule::integer(-3),
                                ),
                                ::portcullis::__private::rule::claim_is(
                                    LEVEL,
                                    ::portcullis::__private::rule::integer(4),
                                ),
                            ]
                        }),
                        ::portcullis::__private::rule::all(const {
                            &[
                                ::portcullis::__private::rule::claim_is(
                                    "verified",
                                    ::portcullis::__private::rule::boolean(true),
                                ),
                            ]
                        }),
                    ],
                    on: &[],
                    checks: &[],
                    schemes: &[],
                    manual: false,
                    accept: &[],
                    about: ::portcullis::__private::About {
                        name: "lists",
                        summary: ::core::option::Option::None,
                        description: ::core::option::Option::None,
                        tags: &[],
                    },
                    arguments: &[],
                    enter: <lists as ::portcullis::__private::Guarded>::enter,
                    wrap: ::core::option::Option::None,
                };
                fn enter(
                    __portcullis_granted: ::portcullis::__private::Granted,
                    __portcullis_request: ::portcullis::__private::HttpRequest,
                    __portcullis_payload: ::portcullis::__private::Payload,
                ) -> ::portcullis::__private::Entering {
                    async fn lists() -> Answer {
                        Answer
                    }
                    ::portcullis::__private::enter(
                        lists,
                        __portcullis_granted,
                        __portcullis_request,
                        __portcullis_payload,
                    )
                }
            }
            impl ::portcullis::__private::HttpServiceFactory for lists {
                fn register(self, __portcullis_services: &mut ::portcullis::__private::AppService) {
                    #[::portcullis::__private::linkme::distributed_slice(
                        ::portcullis::__private::ENDPOINTS
                    )]
                    #[linkme(crate = ::portcullis::__private::linkme)]
                    static LINKED: &'static ::portcullis::__private::Endpoint = &<lists as ::portcullis::__private::Guarded>::ENDPOINT;
                    ::portcullis::__private::mount_by_hand(LINKED, __portcullis_services)
                }
            }
            #[allow(dead_code, non_camel_case_types, non_upper_case_globals, reason = "warns")]
            const _: () = {
                struct __portcullis_Demanded<const BY: u8>;
                impl __portcullis_Demanded<0> {
                    const roles: () = ();
                }
                impl __portcullis_Demanded<1> {
                    #[deprecated(
                        note = "`roles(\"Admin\", Role::Manager)` adds nothing: its group demands as much already; remove it, or write `accept(redundant)`"
                    )]
                    const roles: () = ();
                }
                impl __portcullis_Demanded<2> {
                    #[deprecated(
                        note = "`roles(\"Admin\", Role::Manager)` adds nothing: whoever meets the other clauses meets it too; remove it, or write `accept(redundant)`"
                    )]
                    const roles: () = ();
                }
                __portcullis_Demanded::<
                    {
                        ::portcullis::__private::weigh_clause(
                            &<lists as ::portcullis::__private::Guarded>::ENDPOINT,
                            ::core::option::Option::None,
                            0usize,
                            &[
                                "roles(\"Admin\", Role::Manager)",
                                "roles_all(ROLE)",
                                "permissions(\"read\", names::WRITE)",
                                "permissions_all(r#type::Permission::Read)",
                                "scopes(\"docs.read\")",
                                "scopes_all(\"docs.write\")",
                                "claims(\"AdminID\", \"dept\" = \"eng\", Claim::Level = -3, LEVEL = 4)",
                                "claims_all(\"verified\" = true)",
                            ],
                        )
                    },
                >::roles
            };
            #[allow(dead_code, non_camel_case_types, non_upper_case_globals, reason = "warns")]
            const _: () = {
                struct __portcullis_Demanded<const BY: u8>;
                impl __portcullis_Demanded<0> {
                    const roles_all: () = ();
                }
                impl __portcullis_Demanded<1> {
                    #[deprecated(
                        note = "`roles_all(ROLE)` adds nothing: its group demands as much already; remove it, or write `accept(redundant)`"
                    )]
                    const roles_all: () = ();
                }
                impl __portcullis_Demanded<2> {
                    #[deprecated(
                        note = "`roles_all(ROLE)` adds nothing: whoever meets the other clauses meets it too; remove it, or write `accept(redundant)`"
                    )]
                    const roles_all: () = ();
                }
                __portcullis_Demanded::<
                    {
                        ::portcullis::__private::weigh_clause(
                            &<lists as ::portcullis::__private::Guarded>::ENDPOINT,
                            ::core::option::Option::None,
                            1usize,
                            &[
                                "roles(\"Admin\", Role::Manager)",
                                "roles_all(ROLE)",
                                "permissions(\"read\", names::WRITE)",
                                "permissions_all(r#type::Permission::Read)",
                                "scopes(\"docs.read\")",
                                "scopes_all(\"docs.write\")",
                                "claims(\"AdminID\", \"dept\" = \"eng\", Claim::Level = -3, LEVEL = 4)",
                                "claims_all(\"verified\" = true)",
                            ],
                        )
                    },
                >::roles_all
            };
            #[allow(dead_code, non_camel_case_types, non_upper_case_globals, reason = "warns")]
            const _: () = {
                struct __portcullis_Demanded<const BY: u8>;
                impl __portcullis_Demanded<0> {
                    const permissions: () = ();
                }
                impl __portcullis_Demanded<1> {
                    #[deprecated(
                        note = "`permissions(\"read\", names::WRITE)` adds nothing: its group demands as much already; remove it, or write `accept(redundant)`"
                    )]
                    const permissions: () = ();
                }
                impl __portcullis_Demanded<2> {
                    #[deprecated(
                        note = "`permissions(\"read\", names::WRITE)` adds nothing: whoever meets the other clauses meets it too; remove it, or write `accept(redundant)`"
                    )]
                    const permissions: () = ();
                }
                __portcullis_Demanded::<
                    {
                        ::portcullis::__private::weigh_clause(
                            &<lists as ::portcullis::__private::Guarded>::ENDPOINT,
                            ::core::option::Option::None,
                            2usize,
                            &[
                                "roles(\"Admin\", Role::Manager)",
                                "roles_all(ROLE)",
                                "permissions(\"read\", names::WRITE)",
                                "permissions_all(r#type::Permission::Read)",
                                "scopes(\"docs.read\")",
                                "scopes_all(\"docs.write\")",
                                "claims(\"AdminID\", \"dept\" = \"eng\", Claim::Level = -3, LEVEL = 4)",
                                "claims_all(\"verified\" = true)",
                            ],
                        )
                    },
                >::permissions
            };
            #[allow(dead_code, non_camel_case_types, non_upper_case_globals, reason = "warns")]
            const _: () = {
                struct __portcullis_Demanded<const BY: u8>;
                impl __portcullis_Demanded<0> {
                    const permissions_all: () = ();
                }
                impl __portcullis_Demanded<1> {
                    #[deprecated(
                        note = "`permissions_all(r#type::Permission::Read)` adds nothing: its group demands as much already; remove it, or write `accept(redundant)`"
                    )]
                    const permissions_all: () = ();
                }
                impl __portcullis_Demanded<2> {
                    #[deprecated(
                        note = "`permissions_all(r#type::Permission::Read)` adds nothing: whoever meets the other clauses meets it too; remove it, or write `accept(redundant)`"
                    )]
                    const permissions_all: () = ();
                }
                __portcullis_Demanded::<
                    {
                        ::portcullis::__private::weigh_clause(
                            &<lists as ::portcullis::__private::Guarded>::ENDPOINT,
                            ::core::option::Option::None,
                            3usize,
                            &[
                                "roles(\"Admin\", Role::Manager)",
                                "roles_all(ROLE)",
                                "permissions(\"read\", names::WRITE)",
                                "permissions_all(r#type::Permission::Read)",
                                "scopes(\"docs.read\")",
                                "scopes_all(\"docs.write\")",
                                "claims(\"AdminID\", \"dept\" = \"eng\", Claim::Level = -3, LEVEL = 4)",
                                "claims_all(\"verified\" = true)",
                            ],
                        )
                    },
                >::permissions_all
            };
            #[allow(dead_code, non_camel_case_types, non_upper_case_globals, reason = "warns")]
            const _: () = {
                struct __portcullis_Demanded<const BY: u8>;
                impl __portcullis_Demanded<0> {
                    const scopes: () = ();
                }
                impl __portcullis_Demanded<1> {
                    #[deprecated(
                        note = "`scopes(\"docs.read\")` adds nothing: its group demands as much already; remove it, or write `accept(redundant)`"
                    )]
                    const scopes: () = ();
                }
                impl __portcullis_Demanded<2> {
                    #[deprecated(
                        note = "`scopes(\"docs.read\")` adds nothing: whoever meets the other clauses meets it too; remove it, or write `accept(redundant)`"
                    )]
                    const scopes: () = ();
                }
                __portcullis_Demanded::<
                    {
                        ::portcullis::__private::weigh_clause(
                            &<lists as ::portcullis::__private::Guarded>::ENDPOINT,
                            ::core::option::Option::None,
                            4usize,
                            &[
                                "roles(\"Admin\", Role::Manager)",
                                "roles_all(ROLE)",
                                "permissions(\"read\", names::WRITE)",
                                "permissions_all(r#type::Permission::Read)",
                                "scopes(\"docs.read\")",
                                "scopes_all(\"docs.write\")",
                                "claims(\"AdminID\", \"dept\" = \"eng\", Claim::Level = -3, LEVEL = 4)",
                                "claims_all(\"verified\" = true)",
                            ],
                        )
                    },
                >::scopes
            };
            #[allow(dead_code, non_camel_case_types, non_upper_case_globals, reason = "warns")]
            const _: () = {
                struct __portcullis_Demanded<const BY: u8>;
                impl __portcullis_Demanded<0> {
                    const scopes_all: () = ();
                }
                impl __portcullis_Demanded<1> {
                    #[deprecated(
                        note = "`scopes_all(\"docs.write\")` adds nothing: its group demands as much already; remove it, or write `accept(redundant)`"
                    )]
                    const scopes_all: () = ();
                }
                impl __portcullis_Demanded<2> {
                    #[deprecated(
                        note = "`scopes_all(\"docs.write\")` adds nothing: whoever meets the other clauses meets it too; remove it, or write `accept(redundant)`"
                    )]
                    const scopes_all: () = ();
                }
                __portcullis_Demanded::<
                    {
                        ::portcullis::__private::weigh_clause(
                            &<lists as ::portcullis::__private::Guarded>::ENDPOINT,
                            ::core::option::Option::None,
                            5usize,
                            &[
                                "roles(\"Admin\", Role::Manager)",
                                "roles_all(ROLE)",
                                "permissions(\"read\", names::WRITE)",
                                "permissions_all(r#type::Permission::Read)",
                                "scopes(\"docs.read\")",
                                "scopes_all(\"docs.write\")",
                                "claims(\"AdminID\", \"dept\" = \"eng\", Claim::Level = -3, LEVEL = 4)",
                                "claims_all(\"verified\" = true)",
                            ],
                        )
                    },
                >::scopes_all
            };
            #[allow(dead_code, non_camel_case_types, non_upper_case_globals, reason = "warns")]
            const _: () = {
                struct __portcullis_Demanded<const BY: u8>;
                impl __portcullis_Demanded<0> {
                    const claims: () = ();
                }
                impl __portcullis_Demanded<1> {
                    #[deprecated(
                        note = "`claims(\"AdminID\", \"dept\" = \"eng\", Claim::Level = -3, LEVEL = 4)` adds nothing: its group demands as much already; remove it, or write `accept(redundant)`"
                    )]
                    const claims: () = ();
                }
                impl __portcullis_Demanded<2> {
                    #[deprecated(
                        note = "`claims(\"AdminID\", \"dept\" = \"eng\", Claim::Level = -3, LEVEL = 4)` adds nothing: whoever meets the other clauses meets it too; remove it, or write `accept(redundant)`"
                    )]
                    const claims: () = ();
                }
                __portcullis_Demanded::<
                    {
                        ::portcullis::__private::weigh_clause(
                            &<lists as ::portcullis::__private::Guarded>::ENDPOINT,
                            ::core::option::Option::None,
                            6usize,
                            &[
                                "roles(\"Admin\", Role::Manager)",
                                "roles_all(ROLE)",
                                "permissions(\"read\", names::WRITE)",
                                "permissions_all(r#type::Permission::Read)",
                                "scopes(\"docs.read\")",
                                "scopes_all(\"docs.write\")",
                                "claims(\"AdminID\", \"dept\" = \"eng\", Claim::Level = -3, LEVEL = 4)",
                                "claims_all(\"verified\" = true)",
                            ],
                        )
                    },
                >::claims
            };
            #[allow(dead_code, non_camel_case_types, non_upper_case_globals, reason = "warns")]
            const _: () = {
                struct __portcullis_Demanded<const BY: u8>;
                impl __portcullis_Demanded<0> {
                    const claims_all: () = ();
                }
                impl __portcullis_Demanded<1> {
                    #[deprecated(
                        note = "`claims_all(\"verified\" = true)` adds nothing: its group demands as much already; remove it, or write `accept(redundant)`"
                    )]
                    const claims_all: () = ();
                }
                impl __portcullis_Demanded<2> {
                    #[deprecated(
                        note = "`claims_all(\"verified\" = true)` adds nothing: whoever meets the other clauses meets it too; remove it, or write `accept(redundant)`"
                    )]
                    const claims_all: () = ();
                }
                __portcullis_Demanded::<
                    {
                        ::portcullis::__private::weigh_clause(
                            &<lists as ::portcullis::__private::Guarded>::ENDPOINT,
                            ::core::option::Option::None,
                            7usize,
                            &[
                                "roles(\"Admin\", Role::Manager)",
                                "roles_all(ROLE)",
                                "permissions(\"read\", names::WRITE)",
                                "permissions_all(r#type::Permission::Read)",
                                "scopes(\"docs.read\")",
                                "scopes_all(\"docs.write\")",
                                "claims(\"AdminID\", \"dept\" = \"eng\", Claim::Level = -3, LEVEL = 4)",
                                "claims_all(\"verified\" = true)",
                            ],
                        )
                    },
                >::claims_all
            };
        "##]],
    );
}
