//! Whether arguments can be had on every route, and what they need of the instance: asked of
//! their types, since a type may go by any name.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{GenericArgument, PathArguments, Type};

use super::private::Private;
use crate::model::{Argument, Handler, Policy};

pub(super) fn arguments(handler: &Handler, policy: &Policy, private: &Private) -> TokenStream {
    let checks = handler.arguments.iter().filter_map(|Argument { cfgs, of }| {
        let handler_cfgs = &handler.cfgs;
        let need = may_need(of).then(|| need(of, private));
        let weighing = may_depend(of, policy).then(|| weighing(handler, of, private));
        if need.is_none() && weighing.is_none() {
            return None;
        }
        Some(quote! {
            #(#handler_cfgs)*
            #(#cfgs)*
            const _: () = {
                // No name: a fallback for types of which nothing is known.
                use #private::Unprobed as _;
                #need
                #weighing
            };
        })
    });
    quote!(#(#checks)*)
}

fn weighing(handler: &Handler, of: &Type, private: &Private) -> TokenStream {
    let name = handler.name();
    let function = private.at(of.span(), "weigh_argument");
    let probe = quote!(#private::Probe::<#of>);
    quote_spanned! {of.span()=>
        #function(
            &<#name as #private::Guarded>::ENDPOINT,
            #probe::PARAMETERS,
            #probe::NEEDS_CALLER,
            #probe::NEEDS_CHECK,
        )
    }
}

/// For start-up, which looks whether it is there.
fn need(of: &Type, private: &Private) -> TokenStream {
    quote! {
        #[#private::linkme::distributed_slice(#private::NEEDED)]
        #[linkme(crate = #private::linkme)]
        static NEEDED: &'static #private::Needed = &#private::Needed {
            argument: ::core::any::TypeId::of::<#of>,
            source: #private::Probe::<#of>::SOURCE,
        };
    }
}

/// What is plainly loaded from nowhere costs no time of the compiler; an `Option` is asked by what
/// is in it.
fn may_need(of: &Type) -> bool {
    let Type::Path(path) = of else {
        return false;
    };
    let Some(last) = path.path.segments.last() else {
        return false;
    };
    let name = last.ident.to_string();
    if name == "Option"
        && let PathArguments::AngleBracketed(inside) = &last.arguments
        && let Some(GenericArgument::Type(inside)) = inside.args.first()
    {
        return may_need(inside);
    }
    !INDEPENDENT.contains(&name.as_str()) && !OF_REQUEST.contains(&name.as_str())
}

/// What plainly depends on neither the path nor the caller costs no time of the compiler.
fn may_depend(of: &Type, policy: &Policy) -> bool {
    let Type::Path(path) = of else {
        return false;
    };
    let last = path.path.segments.last();
    let last = last.map(|segment| segment.ident.to_string()).unwrap_or_default();
    let is_open = policy.is_open();
    let of_caller = ["Principal", "Claims", "CurrentUser"].contains(&last.as_str());
    !INDEPENDENT.contains(&last.as_str()) && (is_open || !of_caller)
}

/// Extractors of actix-web and of this crate by their usual names.
const INDEPENDENT: [&str; 12] = [
    "Bytes",
    "Data",
    "Form",
    "Header",
    "HttpRequest",
    "Json",
    "Option",
    "Payload",
    "Query",
    "ReqData",
    "String",
    "Tokens",
];

/// Extractors that need nothing but the request and its caller, by their usual names.
const OF_REQUEST: [&str; 4] = ["Claims", "Path", "Principal", "Route"];
