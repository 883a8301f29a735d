//! One endpoint: a struct of the handler's name, its data, and the handler nested out of reach.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::LitStr;
use syn::ext::IdentExt;

use super::private::Private;
use super::{about, handler, rule, warning};
use crate::model::{Access, Endpoint, Handler, Policy, Route};

pub(crate) fn endpoint(endpoint: &Endpoint) -> TokenStream {
    let Endpoint { runtime, handler, policy } = endpoint;
    let private = &Private(runtime);
    let cfgs = &handler.cfgs;
    let name = &handler.signature.ident;
    let unit = unit(handler);
    let guarded = guarded(handler, policy, private);
    let warning = policy.warning.as_ref().map(|it| warning::warning(it, cfgs));
    quote! {
        #unit

        #guarded

        #(#cfgs)*
        impl #private::HttpServiceFactory for #name {
            fn register(self, services: &mut #private::AppService) {
                #private::mount_by_hand(<#name as #private::Guarded>::endpoint(), services)
            }
        }

        #warning
    }
}

fn unit(handler: &Handler) -> TokenStream {
    let Handler { docs, cfgs, visibility, signature, .. } = handler;
    let name = &signature.ident;
    quote! {
        #(#docs)*
        #(#cfgs)*
        #[allow(non_camel_case_types, dead_code, reason = "takes the name of its handler")]
        #visibility struct #name;
    }
}

fn guarded(handler: &Handler, policy: &Policy, private: &Private) -> TokenStream {
    let cfgs = &handler.cfgs;
    let name = &handler.signature.ident;
    let data = data(handler, policy, private);
    let nested = handler::nested(handler);
    // Of the macro's own hygiene, so that the nested handler may have any name.
    let [granted, request, payload] = ["granted", "request", "payload"].map(ours);
    quote! {
        #(#cfgs)*
        impl #private::Guarded for #name {
            const ENDPOINT: #private::Endpoint = #data;

            fn endpoint() -> &'static #private::Endpoint {
                static ENDPOINT: #private::Endpoint = <#name as #private::Guarded>::ENDPOINT;
                #[#private::linkme::distributed_slice(#private::ENDPOINTS)]
                #[linkme(crate = #private::linkme)]
                static LINKED: &'static #private::Endpoint = &ENDPOINT;
                &ENDPOINT
            }

            fn enter(
                #granted: #private::Granted,
                #request: #private::HttpRequest,
                #payload: #private::Payload,
            ) -> #private::Entering {
                #nested
                #private::enter(#name, #granted, #request, #payload)
            }
        }
    }
}

fn data(handler: &Handler, policy: &Policy, private: &Private) -> TokenStream {
    let name = &handler.signature.ident;
    let text = LitStr::new(&name.unraw().to_string(), name.span());
    let routes =
        policy.routes.iter().map(|Route { verb, path }| quote!((#private::Verb::#verb, #path)));
    let access = access(policy, private);
    let schemes = policy.schemes.iter().map(rule::name);
    let Policy { manual, accept, .. } = policy;
    let about = about::about(&policy.about, handler, private);
    let arguments = arguments(handler);
    let wrap = wrap(policy, private);
    quote! {
        #private::Endpoint {
            handler: #text,
            module: ::core::module_path!(),
            file: ::core::file!(),
            line: ::core::line!(),
            routes: &[#(#routes),*],
            #access
            schemes: &[#(#schemes),*],
            manual: #manual,
            accept: &[#(#private::Notice::#accept),*],
            about: #about,
            arguments: &[#arguments],
            enter: <#name as #private::Guarded>::enter,
            wrap: #wrap,
        }
    }
}

fn access(policy: &Policy, private: &Private) -> TokenStream {
    let Access::Guarded(guarded) = &policy.access else {
        let verbs = policy.verbs();
        return quote!(anonymous: &[#(#private::Verb::#verbs),*], rules: &[], on: &[],);
    };
    let anonymous = &guarded.anonymous;
    let rules = guarded.rules.iter().map(|one| rule::rule(one, private));
    let on = guarded.on.iter().map(|(verb, rules)| {
        let rules = rule::rules(rules, private);
        quote!((#private::Verb::#verb, &[#rules]))
    });
    quote! {
        anonymous: &[#(#private::Verb::#anonymous),*],
        rules: &[#(#rules),*],
        on: &[#(#on),*],
    }
}

fn arguments(handler: &Handler) -> TokenStream {
    let arguments = handler.arguments.iter().map(|argument| {
        let (cfgs, of) = (&argument.cfgs, &argument.of);
        quote!(#(#cfgs)* ::core::any::TypeId::of::<#of>())
    });
    quote!(#(#arguments),*)
}

fn wrap(policy: &Policy, private: &Private) -> TokenStream {
    let Some(middleware) = &policy.wrap else {
        return quote!(::core::option::Option::None);
    };
    let gate = ours("gate");
    quote!(::core::option::Option::Some(|#gate| #private::wrap(#middleware, #gate)))
}

/// A name that the user's code cannot see.
fn ours(name: &str) -> Ident {
    Ident::new(name, Span::mixed_site())
}
