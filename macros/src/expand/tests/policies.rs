//! `policy!`, sound and broken.

use expect_test::expect;

use super::check_tokens;
use crate::policy2;

#[test]
fn policies() {
    let items = quote::quote! {
        /// Whoever runs a store.
        pub ManagersOnly = role("Manager") && claim("ManagerID");

        #[cfg(unix)]
        Stock = policy(ManagersOnly) || !claim("suspended", true)
    };
    check_tokens(
        policy2(items),
        expect![[r#"
        /// Whoever runs a store.
        #[allow(non_upper_case_globals, reason = "named as a type is")]
        pub const ManagersOnly: ::portcullis::Rule = ::portcullis::__private::rule::defined(const {
            &::portcullis::__private::Definition {
                name: "ManagersOnly",
                module: ::core::module_path!(),
                file: ::core::file!(),
                line: ::core::line!(),
                description: ::core::option::Option::Some("Whoever runs a store."),
                rule: ::portcullis::__private::rule::all(const {
                    &[
                        ::portcullis::__private::rule::role("Manager"),
                        ::portcullis::__private::rule::claim("ManagerID"),
                    ]
                }),
            }
        });
        #[cfg(unix)]
        #[allow(non_upper_case_globals, reason = "named as a type is")]
        const Stock: ::portcullis::Rule = ::portcullis::__private::rule::defined(const {
            &::portcullis::__private::Definition {
                name: "Stock",
                module: ::core::module_path!(),
                file: ::core::file!(),
                line: ::core::line!(),
                description: ::core::option::Option::None,
                rule: ::portcullis::__private::rule::any(const {
                    &[
                        ManagersOnly,
                        ::portcullis::__private::rule::not(const {
                            &[
                                ::portcullis::__private::rule::claim_is(
                                    "suspended",
                                    ::portcullis::__private::rule::boolean(true),
                                ),
                            ]
                        }),
                    ]
                }),
            }
        });
        #[cfg(unix)]
        const _: () = ::portcullis::__private::weigh_policy(const { &Stock }, "Stock");
    "#]],
    );
}

#[test]
fn a_broken_policy_keeps_its_name() {
    let items = quote::quote! {
        crate = my::portcullis;
        pub ManagersOnly = role(Role::Manager) && rolle("Clerk")
    };
    check_tokens(
        policy2(items),
        expect![[r#"
            ::core::compile_error! {
                "unknown function `rolle`; did you mean `role`?"
            }
            #[allow(non_upper_case_globals, reason = "named as a type is")]
            pub const ManagersOnly: my::portcullis::Rule = my::portcullis::__private::rule::policy(
                "ManagersOnly",
            );
            const _: fn() = || {
                let _ = &Role::Manager;
            };
        "#]],
    );
}
