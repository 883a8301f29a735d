//! The constant of an endpoint: all that its attribute says, as data.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ExprPath;

use super::private::{Private, ours};
use super::{about, checks, rule};
use crate::model::{Access, Handler, Policy, Route};

pub(super) fn data(handler: &Handler, policy: &Policy, private: &Private) -> TokenStream {
    let (name, text) = (handler.name(), handler.text());
    let routes =
        policy.routes.iter().map(|Route { verb, path }| quote!((#private::Verb::#verb, #path)));
    let group = one_group(policy.group.as_ref(), private);
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
            group: #group,
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

/// The group of the user's, if there is one. In a list, of which rustc tells a wrong type in the
/// fewest words.
pub(super) fn one_group(path: Option<&ExprPath>, private: &Private) -> TokenStream {
    match path {
        Some(path) => quote!(#private::one_group(&[#path])),
        None => quote!(::core::option::Option::None),
    }
}

fn access(policy: &Policy, private: &Private) -> TokenStream {
    let Access::Guarded(guarded) = &policy.access else {
        let verbs = policy.verbs();
        return quote!(anonymous: &[#(#private::Verb::#verbs),*], rules: &[], on: &[], checks: &[],);
    };
    let anonymous = &guarded.anonymous;
    let rules = guarded.rules.iter().map(|one| rule::rule(one, private));
    let on = guarded.on.iter().map(|(verb, rules)| {
        let rules = rule::rules(rules, private);
        quote!((#private::Verb::#verb, &[#rules]))
    });
    let checks = guarded.checks.iter().map(|one| checks::check(one, private));
    quote! {
        anonymous: &[#(#private::Verb::#anonymous),*],
        rules: &[#(#rules),*],
        on: &[#(#on),*],
        checks: &[#(#checks),*],
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
