//! One endpoint: a struct of the handler's name, its data, and the handler nested out of reach.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::private::{Private, ours};
use super::{across, arguments, data, handler, warning};
use crate::model::{Endpoint, Handler, Policy};

pub(crate) fn endpoint(endpoint: &Endpoint) -> TokenStream {
    let Endpoint { runtime, handler, policy } = endpoint;
    let private = &Private(runtime);
    let cfgs = &handler.cfgs;
    let name = handler.name();
    let unit = unit(handler);
    let guarded = guarded(handler, policy, private);
    let services = ours("services");
    let across = across::across(handler, &policy.across, private);
    let arguments = arguments::arguments(handler, policy, private);
    let warning = policy.warning.as_ref().map(|it| warning::warning(it, cfgs));
    quote! {
        #unit

        #guarded

        #(#cfgs)*
        impl #private::HttpServiceFactory for #name {
            fn register(self, #services: &mut #private::AppService) {
                #[#private::linkme::distributed_slice(#private::ENDPOINTS)]
                #[linkme(crate = #private::linkme)]
                static LINKED: &'static #private::Endpoint =
                    &<#name as #private::Guarded>::ENDPOINT;
                #private::mount_by_hand(LINKED, #services)
            }
        }

        #across
        #arguments
        #warning
    }
}

fn unit(handler: &Handler) -> TokenStream {
    let Handler { docs, cfgs, visibility, .. } = handler;
    let name = handler.name();
    quote! {
        #(#docs)*
        #(#cfgs)*
        #[allow(non_camel_case_types, dead_code, reason = "takes the name of its handler")]
        #visibility struct #name;
    }
}

fn guarded(handler: &Handler, policy: &Policy, private: &Private) -> TokenStream {
    let cfgs = &handler.cfgs;
    let name = handler.name();
    let data = data::data(handler, policy, private);
    let nested = handler::nested(handler);
    let [granted, request, payload] = ["granted", "request", "payload"].map(ours);
    // At the handler's name: there rustc tells of arguments that are no extractors.
    let enter = private.at(name.span(), "enter");
    let enter = quote_spanned!(name.span()=> #enter(#name, #granted, #request, #payload));
    quote! {
        #(#cfgs)*
        impl #private::Guarded for #name {
            const ENDPOINT: #private::Endpoint = #data;

            fn enter(
                #granted: #private::Granted,
                #request: #private::HttpRequest,
                #payload: #private::Payload,
            ) -> #private::Entering {
                #nested
                #enter
            }
        }
    }
}
