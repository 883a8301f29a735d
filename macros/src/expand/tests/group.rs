//! `group!`, sound and broken.

use expect_test::expect;

use super::check_tokens;
use crate::group2;

#[test]
fn group() {
    let item = quote::quote! {
        /// For staff.
        pub(crate) STAFF = "/staff/{site}",
        roles(Role::Clerk, "Manager"),
        require(!claim("suspended", true)),
        schemes("jwt", COOKIE),
        group = SITE,
        tags("staff"),
        allow_anonymous
    };
    check_tokens(
        group2(item),
        expect![[r#"
        /// For staff.
        pub(crate) const STAFF: ::portcullis::Group = ::portcullis::Group::new(const {
            &::portcullis::__private::Grouping {
                name: "STAFF",
                module: ::core::module_path!(),
                file: ::core::file!(),
                line: ::core::line!(),
                prefix: "/staff/{site}",
                parent: ::portcullis::__private::one_group(&[SITE]),
                rules: &[
                    ::portcullis::__private::rule::any(const {
                        &[
                            ::portcullis::__private::rule::role(
                                ::portcullis::__private::vocabulary::role(&Role::Clerk).as_str(),
                            ),
                            ::portcullis::__private::rule::role("Manager"),
                        ]
                    }),
                    ::portcullis::__private::rule::not(const {
                        &[
                            ::portcullis::__private::rule::claim_is(
                                "suspended",
                                ::portcullis::__private::rule::boolean(true),
                            ),
                        ]
                    }),
                ],
                schemes: &["jwt", COOKIE],
                allow_anonymous: true,
                tags: &["staff"],
                description: ::core::option::Option::Some("For staff."),
            }
        });
        const _: () = ::portcullis::__private::weigh_group_clause(
            STAFF,
            0usize,
            &["roles(Role::Clerk, \"Manager\")", "require(!claim(\"suspended\", true))"],
        );
        const _: () = ::portcullis::__private::weigh_group_clause(
            STAFF,
            1usize,
            &["roles(Role::Clerk, \"Manager\")", "require(!claim(\"suspended\", true))"],
        );
        const _: () = ::portcullis::__private::weigh_group_schemes(STAFF);
    "#]],
    );
}

#[test]
fn a_broken_group_keeps_its_name() {
    let item = quote::quote!(STAFF = "staff/", roles(Role::Clerk), anonymous);
    check_tokens(
        group2(item),
        expect![[r#"
        ::core::compile_error! {
            "`anonymous` is no word of `group!`; write `allow_anonymous` to let endpoints of this group be anonymous"
        }
        ::core::compile_error! {
            "a prefix does not end with `/`, since paths begin with it: `\"staff\"`"
        }
        const STAFF: ::portcullis::Group = ::portcullis::Group::new(const {
            &::portcullis::__private::Grouping {
                name: "",
                module: "",
                file: "",
                line: 0,
                prefix: "",
                parent: ::core::option::Option::None,
                rules: &[],
                schemes: &[],
                allow_anonymous: true,
                tags: &[],
                description: ::core::option::Option::None,
            }
        });
        const _: fn() = || {
            let _ = &Role::Clerk;
        };
    "#]],
    );
}
