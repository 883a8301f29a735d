//! From what a struct takes of a caller to its impls. Full paths only: the user's scope is not
//! looked at.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::Error;
use syn::ext::IdentExt;

use super::model::{Absent, Field, Source, Typed};
use crate::expand::{Private, of_kind, ours};
use crate::problems::shown;
use crate::words::{Fact, Word};

pub(super) fn typed(typed: &Typed) -> TokenStream {
    let private = Private(&typed.runtime);
    let caller = ours("caller");
    let fields = typed.fields.iter().map(|field| value(field, &caller, &private));
    let read = quote!(::core::result::Result::Ok(Self { #(#fields,)* }));
    let (impls, linked) = (impls(typed, &read, &private), linked(typed, &private));
    quote!(#impls #linked)
}

/// The names that it asks for, where start-up looks whether a vocabulary has them.
fn linked(typed: &Typed, private: &Private) -> Option<TokenStream> {
    let names = typed.fields.iter().filter_map(|field| {
        let (kind, name) = match &field.source {
            Source::Claim(name, _) => (Fact::Claim, name),
            Source::Has(kind, name) => (*kind, name),
            Source::Id | Source::Issuer => return None,
        };
        let name = of_kind(name, kind, private);
        let kind = Ident::new(kind.variant(), Span::call_site());
        Some(quote!((#private::vocabulary::Kind::#kind, #name)))
    });
    let names = names.collect::<Vec<_>>();
    let (name, text) = (typed.name, typed.name.unraw().to_string());
    (!names.is_empty()).then(|| {
        quote! {
            const _: () = {
                #[#private::linkme::distributed_slice(#private::TYPED)]
                #[linkme(crate = #private::linkme)]
                static LINKED: &'static #private::typed::Typed = &#private::typed::Typed {
                    arguments: &[
                        ::core::any::TypeId::of::<#name>(),
                        ::core::any::TypeId::of::<::core::option::Option<#name>>(),
                    ],
                    name: #text,
                    file: ::core::file!(),
                    line: ::core::line!(),
                    names: &[#(#names),*],
                };
            };
        }
    })
}

/// The same impls for an item with mistakes, so that no second error follows where it is used.
/// They never run: the item does not compile.
pub(super) fn stand_ins(typed: &Typed, errors: &Error) -> TokenStream {
    let errors = errors.to_compile_error();
    let impls = impls(typed, &quote!(::core::unreachable!()), &Private(&typed.runtime));
    quote!(#errors #impls)
}

fn impls(typed: &Typed, read: &TokenStream, private: &Private) -> TokenStream {
    let (name, text) = (typed.name, typed.name.unraw().to_string());
    let (generics, arguments, clause) = typed.generics.split_for_impl();
    let [caller, request, payload] = ["caller", "request", "payload"].map(ours);
    quote! {
        #[automatically_derived]
        impl #generics #private::typed::FromPrincipal for #name #arguments #clause {
            fn from_principal(
                #caller: &#private::typed::Principal,
            ) -> ::core::result::Result<Self, #private::typed::Mismatch> {
                #read
            }
        }

        #[automatically_derived]
        impl #generics #private::FromRequest for #name #arguments #clause {
            type Error = #private::Error;
            type Future = ::core::future::Ready<::core::result::Result<Self, #private::Error>>;

            fn from_request(
                #request: &#private::HttpRequest,
                #payload: &mut #private::Payload,
            ) -> Self::Future {
                #private::typed::extract::<Self>(#request, #text)
            }
        }

        #[automatically_derived]
        impl #generics #private::FromHead for #name #arguments #clause {}
    }
}

fn value(field: &Field, caller: &impl ToTokens, private: &Private) -> TokenStream {
    let Field { member, of, source } = field;
    let text = shown(member);
    let value = match source {
        Source::Id => quote!(#private::typed::parsed::<#of>(#caller.id(), #text)?),
        Source::Issuer => quote!(#private::typed::parsed::<#of>(#caller.issued_by(), #text)?),
        Source::Has(kind, name) => {
            let (name, has) = (of_kind(name, *kind, private), has(*kind));
            quote!(<#of as #private::typed::Flag>::of(#caller.#has(#name)))
        }
        Source::Claim(name, absent) => {
            let name = of_kind(name, Fact::Claim, private);
            match absent {
                Absent::AsTheTypeSays => {
                    quote!(#private::typed::claim::<#of>(#caller, #name, #text)?)
                }
                Absent::Default => quote! {
                    #private::typed::claim_or::<#of>(
                        #caller, #name, #text, <#of as ::core::default::Default>::default,
                    )?
                },
                Absent::Is(value) => {
                    quote!(#private::typed::claim_or::<#of>(#caller, #name, #text, || #value)?)
                }
            }
        }
    };
    quote!(#member: #value)
}

fn has(kind: Fact) -> TokenStream {
    match kind {
        Fact::Role => quote!(has_role),
        Fact::Permission => quote!(has_permission),
        Fact::Scope => quote!(has_scope),
        Fact::Claim | Fact::Policy | Fact::Scheme => quote!(has_claim),
    }
}
