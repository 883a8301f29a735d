//! What users will compile. `UPDATE_EXPECT=1` rewrites it.

use expect_test::{Expect, expect};

use super::expanded;

fn check(source: &str, expected: Expect) {
    let file: syn::File = syn::parse2(expanded(source)).unwrap();
    expected.assert_eq(&prettyplease::unparse(&file));
}

#[test]
fn every_source() {
    check(
        r#"
            pub struct Employee {
                #[id]
                id: Uuid,
                #[issuer]
                issuer: String,
                #[claim("EmployeeID")]
                number: u32,
                #[claim(Claim::Department)]
                department: Option<String>,
                #[claim("desks", default)]
                desks: Vec<String>,
                #[claim("level", default = 1)]
                level: u8,
                #[permission("stock:write")]
                writes: bool,
                #[role(Role::Manager)]
                manages: bool,
                #[scope(READ)]
                reads: bool,
            }
        "#,
        expect![[r##"
            #[automatically_derived]
            impl ::portcullis::__private::typed::FromPrincipal for Employee {
                fn from_principal(
                    __portcullis_caller: &::portcullis::__private::typed::Principal,
                ) -> ::core::result::Result<Self, ::portcullis::__private::typed::Mismatch> {
                    ::core::result::Result::Ok(Self {
                        id: ::portcullis::__private::typed::parsed::<
                            Uuid,
                        >(__portcullis_caller.id(), "id")?,
                        issuer: ::portcullis::__private::typed::parsed::<
                            String,
                        >(__portcullis_caller.issued_by(), "issuer")?,
                        number: ::portcullis::__private::typed::claim::<
                            u32,
                        >(__portcullis_caller, "EmployeeID", "number")?,
                        department: ::portcullis::__private::typed::claim::<
                            Option<String>,
                        >(
                            __portcullis_caller,
                            ::portcullis::__private::vocabulary::claim(&Claim::Department).as_str(),
                            "department",
                        )?,
                        desks: ::portcullis::__private::typed::claim_or::<
                            Vec<String>,
                        >(
                            __portcullis_caller,
                            "desks",
                            "desks",
                            <Vec<String> as ::core::default::Default>::default,
                        )?,
                        level: ::portcullis::__private::typed::claim_or::<
                            u8,
                        >(__portcullis_caller, "level", "level", || 1)?,
                        writes: <bool as ::portcullis::__private::typed::Flag>::of(
                            __portcullis_caller.has_permission("stock:write"),
                        ),
                        manages: <bool as ::portcullis::__private::typed::Flag>::of(
                            __portcullis_caller
                                .has_role(
                                    ::portcullis::__private::vocabulary::role(&Role::Manager)
                                        .as_str(),
                                ),
                        ),
                        reads: <bool as ::portcullis::__private::typed::Flag>::of(
                            __portcullis_caller.has_scope(READ),
                        ),
                    })
                }
            }
            #[automatically_derived]
            impl ::portcullis::__private::FromRequest for Employee {
                type Error = ::portcullis::__private::Error;
                type Future = ::core::future::Ready<
                    ::core::result::Result<Self, ::portcullis::__private::Error>,
                >;
                fn from_request(
                    __portcullis_request: &::portcullis::__private::HttpRequest,
                    __portcullis_payload: &mut ::portcullis::__private::Payload,
                ) -> Self::Future {
                    ::portcullis::__private::typed::extract::<Self>(__portcullis_request, "Employee")
                }
            }
            #[automatically_derived]
            impl ::portcullis::__private::FromHead for Employee {}
            const _: () = {
                #[::portcullis::__private::linkme::distributed_slice(::portcullis::__private::TYPED)]
                #[linkme(crate = ::portcullis::__private::linkme)]
                static LINKED: &'static ::portcullis::__private::typed::Typed = &::portcullis::__private::typed::Typed {
                    arguments: &[
                        ::core::any::TypeId::of::<Employee>(),
                        ::core::any::TypeId::of::<::core::option::Option<Employee>>(),
                    ],
                    name: "Employee",
                    file: ::core::file!(),
                    line: ::core::line!(),
                    names: &[
                        (::portcullis::__private::vocabulary::Kind::Claim, "EmployeeID"),
                        (
                            ::portcullis::__private::vocabulary::Kind::Claim,
                            ::portcullis::__private::vocabulary::claim(&Claim::Department).as_str(),
                        ),
                        (::portcullis::__private::vocabulary::Kind::Claim, "desks"),
                        (::portcullis::__private::vocabulary::Kind::Claim, "level"),
                        (::portcullis::__private::vocabulary::Kind::Permission, "stock:write"),
                        (
                            ::portcullis::__private::vocabulary::Kind::Role,
                            ::portcullis::__private::vocabulary::role(&Role::Manager).as_str(),
                        ),
                        (::portcullis::__private::vocabulary::Kind::Scope, READ),
                    ],
                };
            };
        "##]],
    );
}

#[test]
fn fields_without_names_and_another_name_of_the_crate() {
    check(
        r#"
            #[principal(crate = crate::auth::portcullis)]
            struct Admin(#[claim("AdminID")] String, #[role("Admin")] bool);
        "#,
        expect![[r##"
            #[automatically_derived]
            impl crate::auth::portcullis::__private::typed::FromPrincipal for Admin {
                fn from_principal(
                    __portcullis_caller: &crate::auth::portcullis::__private::typed::Principal,
                ) -> ::core::result::Result<
                    Self,
                    crate::auth::portcullis::__private::typed::Mismatch,
                > {
                    ::core::result::Result::Ok(Self {
                        0: crate::auth::portcullis::__private::typed::claim::<
                            String,
                        >(__portcullis_caller, "AdminID", "0")?,
                        1: <bool as crate::auth::portcullis::__private::typed::Flag>::of(
                            __portcullis_caller.has_role("Admin"),
                        ),
                    })
                }
            }
            #[automatically_derived]
            impl crate::auth::portcullis::__private::FromRequest for Admin {
                type Error = crate::auth::portcullis::__private::Error;
                type Future = ::core::future::Ready<
                    ::core::result::Result<Self, crate::auth::portcullis::__private::Error>,
                >;
                fn from_request(
                    __portcullis_request: &crate::auth::portcullis::__private::HttpRequest,
                    __portcullis_payload: &mut crate::auth::portcullis::__private::Payload,
                ) -> Self::Future {
                    crate::auth::portcullis::__private::typed::extract::<
                        Self,
                    >(__portcullis_request, "Admin")
                }
            }
            #[automatically_derived]
            impl crate::auth::portcullis::__private::FromHead for Admin {}
            const _: () = {
                #[crate::auth::portcullis::__private::linkme::distributed_slice(
                    crate::auth::portcullis::__private::TYPED
                )]
                #[linkme(crate = crate::auth::portcullis::__private::linkme)]
                static LINKED: &'static crate::auth::portcullis::__private::typed::Typed = &crate::auth::portcullis::__private::typed::Typed {
                    arguments: &[
                        ::core::any::TypeId::of::<Admin>(),
                        ::core::any::TypeId::of::<::core::option::Option<Admin>>(),
                    ],
                    name: "Admin",
                    file: ::core::file!(),
                    line: ::core::line!(),
                    names: &[
                        (crate::auth::portcullis::__private::vocabulary::Kind::Claim, "AdminID"),
                        (crate::auth::portcullis::__private::vocabulary::Kind::Role, "Admin"),
                    ],
                };
            };
        "##]],
    );
}

#[test]
fn stand_ins_of_a_mistake() {
    check(
        r#"struct Admin { #[claim("")] id: String }"#,
        expect![[r#"
            ::core::compile_error! {
                "this claim is empty; name it, or remove it"
            }
            #[automatically_derived]
            impl ::portcullis::__private::typed::FromPrincipal for Admin {
                fn from_principal(
                    __portcullis_caller: &::portcullis::__private::typed::Principal,
                ) -> ::core::result::Result<Self, ::portcullis::__private::typed::Mismatch> {
                    ::core::unreachable!()
                }
            }
            #[automatically_derived]
            impl ::portcullis::__private::FromRequest for Admin {
                type Error = ::portcullis::__private::Error;
                type Future = ::core::future::Ready<
                    ::core::result::Result<Self, ::portcullis::__private::Error>,
                >;
                fn from_request(
                    __portcullis_request: &::portcullis::__private::HttpRequest,
                    __portcullis_payload: &mut ::portcullis::__private::Payload,
                ) -> Self::Future {
                    ::portcullis::__private::typed::extract::<Self>(__portcullis_request, "Admin")
                }
            }
            #[automatically_derived]
            impl ::portcullis::__private::FromHead for Admin {}
        "#]],
    );
}
