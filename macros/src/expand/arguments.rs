//! Whether arguments can be had on every route: asked of their types, since a type may go by any
//! name.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::Type;
use syn::spanned::Spanned;

use super::private::Private;
use crate::model::{Argument, Handler, Policy};

pub(super) fn arguments(handler: &Handler, policy: &Policy, private: &Private) -> TokenStream {
    let name = handler.name();
    let asked = handler.arguments.iter().filter(|argument| may_depend(&argument.of, policy));
    let checks = asked.map(|Argument { cfgs, of }| {
        let handler_cfgs = &handler.cfgs;
        let function = private.at(of.span(), "weigh_argument");
        let probe = quote!(#private::Probe::<#of>);
        let call = quote_spanned! {of.span()=>
            #function(
                &<#name as #private::Guarded>::ENDPOINT,
                #probe::PARAMETERS,
                #probe::NEEDS_CALLER,
                #probe::NEEDS_CHECK,
            )
        };
        quote! {
            #(#handler_cfgs)*
            #(#cfgs)*
            const _: () = {
                // No name: a fallback for types of which nothing is known.
                use #private::Unprobed as _;
                #call
            };
        }
    });
    quote!(#(#checks)*)
}

/// What plainly depends on neither the path nor the caller costs no time of the compiler.
fn may_depend(of: &Type, policy: &Policy) -> bool {
    let Type::Path(path) = of else {
        return false;
    };
    let last = path.path.segments.last();
    let last = last.map(|segment| segment.ident.to_string()).unwrap_or_default();
    let is_open = policy.is_open();
    let of_caller = ["Principal", "Claims"].contains(&last.as_str());
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
