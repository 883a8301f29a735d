//! What users will compile. `UPDATE_EXPECT=1` rewrites it.

use expect_test::{Expect, expect};

use super::expanded;

fn check(source: &str, expected: Expect) {
    let file: syn::File = syn::parse2(expanded(source)).unwrap();
    expected.assert_eq(&prettyplease::unparse(&file));
}

#[test]
fn a_vocabulary() {
    check(
        r#"
            #[vocabulary(permission, rename_all = "snake_case")]
            pub(crate) enum Permission {
                ReadAll,
                #[vocabulary(rename = "docs:write")]
                Write,
            }
        "#,
        expect![[r##"
            #[automatically_derived]
            #[allow(dead_code, deprecated, reason = "for whoever needs it")]
            impl Permission {
                /// Every name, in the order of the variants.
                pub(crate) const ALL: &'static [Self] = &[Self::ReadAll, Self::Write];
                /// The name as callers have it.
                #[must_use]
                pub(crate) const fn as_str(&self) -> &'static str {
                    match self {
                        Self::ReadAll => "read_all",
                        Self::Write => "docs:write",
                    }
                }
            }
            #[automatically_derived]
            impl ::core::str::FromStr for Permission {
                type Err = ::portcullis::__private::UnknownName;
                #[allow(deprecated, reason = "names that are deprecated are still read")]
                fn from_str(
                    __portcullis_text: &str,
                ) -> ::core::result::Result<Self, ::portcullis::__private::UnknownName> {
                    match __portcullis_text {
                        "read_all" => ::core::result::Result::Ok(Self::ReadAll),
                        "docs:write" => ::core::result::Result::Ok(Self::Write),
                        _ => {
                            ::core::result::Result::Err(
                                ::portcullis::__private::vocabulary::unknown(
                                    ::portcullis::__private::vocabulary::Kind::Permission,
                                    __portcullis_text,
                                    &["read_all", "docs:write"],
                                ),
                            )
                        }
                    }
                }
            }
            #[diagnostic::do_not_recommend]
            #[automatically_derived]
            impl ::portcullis::__private::vocabulary::PermissionName for Permission {
                type Itself = Self;
            }
            #[automatically_derived]
            impl ::core::convert::AsRef<str> for Permission {
                fn as_ref(&self) -> &str {
                    Self::as_str(self)
                }
            }
            #[automatically_derived]
            impl ::core::convert::From<Permission> for &'static str {
                fn from(__portcullis_name: Permission) -> Self {
                    <Permission>::as_str(&__portcullis_name)
                }
            }
            #[automatically_derived]
            impl ::core::convert::From<Permission> for ::std::string::String {
                fn from(__portcullis_name: Permission) -> Self {
                    Self::from(<Permission>::as_str(&__portcullis_name))
                }
            }
            #[automatically_derived]
            impl ::core::convert::From<Permission> for ::std::borrow::Cow<'static, str> {
                fn from(__portcullis_name: Permission) -> Self {
                    Self::Borrowed(<Permission>::as_str(&__portcullis_name))
                }
            }
            #[automatically_derived]
            impl ::core::fmt::Display for Permission {
                fn fmt(
                    &self,
                    __portcullis_formatter: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    ::core::fmt::Formatter::pad(__portcullis_formatter, Self::as_str(self))
                }
            }
            #[automatically_derived]
            impl ::portcullis::__private::serde::Serialize for Permission {
                fn serialize<S: ::portcullis::__private::serde::Serializer>(
                    &self,
                    __portcullis_serializer: S,
                ) -> ::core::result::Result<S::Ok, S::Error> {
                    ::portcullis::__private::serde::Serializer::serialize_str(
                        __portcullis_serializer,
                        Self::as_str(self),
                    )
                }
            }
            #[automatically_derived]
            impl<'de> ::portcullis::__private::serde::Deserialize<'de> for Permission {
                fn deserialize<D: ::portcullis::__private::serde::Deserializer<'de>>(
                    __portcullis_deserializer: D,
                ) -> ::core::result::Result<Self, D::Error> {
                    ::portcullis::__private::vocabulary::deserialize(
                        ::portcullis::__private::vocabulary::Kind::Permission,
                        __portcullis_deserializer,
                    )
                }
            }
            const _: () = {
                #[::portcullis::__private::linkme::distributed_slice(
                    ::portcullis::__private::VOCABULARIES
                )]
                #[linkme(crate = ::portcullis::__private::linkme)]
                static LINKED: &'static ::portcullis::__private::vocabulary::Vocabulary = &::portcullis::__private::vocabulary::Vocabulary {
                    kind: ::portcullis::__private::vocabulary::Kind::Permission,
                    name: "Permission",
                    module: ::core::module_path!(),
                    file: ::core::file!(),
                    line: ::core::line!(),
                    names: &["read_all", "docs:write"],
                };
            };
        "##]],
    );
}

/// No second error follows where a broken enum is used.
#[test]
fn stand_ins() {
    check(
        "#[vocabulary(role, crate = crate::auth)] enum Role<T> { Admin(T) }",
        expect![[r#"
            ::core::compile_error! {
                "`Admin` has fields, and a name has none"
            }
            ::core::compile_error! {
                "a vocabulary has no generics; its names are known when it is compiled"
            }
            #[automatically_derived]
            #[allow(dead_code, deprecated, reason = "for whoever needs it")]
            impl<T> Role<T> {
                /// The name as callers have it.
                #[must_use]
                const fn as_str(&self) -> &'static str {
                    ""
                }
            }
            #[automatically_derived]
            impl<T> ::core::str::FromStr for Role<T> {
                type Err = crate::auth::__private::UnknownName;
                #[allow(deprecated, reason = "names that are deprecated are still read")]
                fn from_str(
                    __portcullis_text: &str,
                ) -> ::core::result::Result<Self, crate::auth::__private::UnknownName> {
                    match __portcullis_text {
                        _ => {
                            ::core::result::Result::Err(
                                crate::auth::__private::vocabulary::unknown(
                                    crate::auth::__private::vocabulary::Kind::Role,
                                    __portcullis_text,
                                    &["Admin"],
                                ),
                            )
                        }
                    }
                }
            }
            #[diagnostic::do_not_recommend]
            #[automatically_derived]
            impl<T> crate::auth::__private::vocabulary::RoleName for Role<T> {
                type Itself = Self;
            }
            #[automatically_derived]
            impl<T> ::core::convert::AsRef<str> for Role<T> {
                fn as_ref(&self) -> &str {
                    Self::as_str(self)
                }
            }
            #[automatically_derived]
            impl<T> ::core::convert::From<Role<T>> for &'static str {
                fn from(__portcullis_name: Role<T>) -> Self {
                    <Role<T>>::as_str(&__portcullis_name)
                }
            }
            #[automatically_derived]
            impl<T> ::core::convert::From<Role<T>> for ::std::string::String {
                fn from(__portcullis_name: Role<T>) -> Self {
                    Self::from(<Role<T>>::as_str(&__portcullis_name))
                }
            }
            #[automatically_derived]
            impl<T> ::core::convert::From<Role<T>> for ::std::borrow::Cow<'static, str> {
                fn from(__portcullis_name: Role<T>) -> Self {
                    Self::Borrowed(<Role<T>>::as_str(&__portcullis_name))
                }
            }
            #[automatically_derived]
            impl<T> ::core::fmt::Display for Role<T> {
                fn fmt(
                    &self,
                    __portcullis_formatter: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    ::core::fmt::Formatter::pad(__portcullis_formatter, Self::as_str(self))
                }
            }
            #[automatically_derived]
            impl<T> crate::auth::__private::serde::Serialize for Role<T> {
                fn serialize<S: crate::auth::__private::serde::Serializer>(
                    &self,
                    __portcullis_serializer: S,
                ) -> ::core::result::Result<S::Ok, S::Error> {
                    crate::auth::__private::serde::Serializer::serialize_str(
                        __portcullis_serializer,
                        Self::as_str(self),
                    )
                }
            }
            #[automatically_derived]
            impl<'de, T> crate::auth::__private::serde::Deserialize<'de> for Role<T> {
                fn deserialize<D: crate::auth::__private::serde::Deserializer<'de>>(
                    __portcullis_deserializer: D,
                ) -> ::core::result::Result<Self, D::Error> {
                    crate::auth::__private::vocabulary::deserialize(
                        crate::auth::__private::vocabulary::Kind::Role,
                        __portcullis_deserializer,
                    )
                }
            }
        "#]],
    );
}
