//! The constants of `policy!`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Path;

use super::about::{doc, optional};
use super::private::Private;
use super::rule;
use crate::model::{BrokenItems, Constant, Definition, Policies};

pub(crate) fn policies(policies: &Policies) -> TokenStream {
    let private = &Private(&policies.runtime);
    let items = policies.items.iter().map(|Definition { item, rule }| {
        let name = item.name.to_string();
        let description = optional(doc(&item.attributes).as_ref());
        let rule = rule::rule(rule, private);
        let value = quote! {
            #private::rule::defined(const {
                &#private::Definition {
                    name: #name,
                    module: ::core::module_path!(),
                    file: ::core::file!(),
                    line: ::core::line!(),
                    description: #description,
                    rule: #rule,
                }
            })
        };
        constant(item, &policies.runtime, &value)
    });
    quote!(#(#items)*)
}

/// Stands in for policies that made no sense, so that no second error follows where they are
/// used. A demand of nothing, which nobody meets.
pub(crate) fn kept_policies(broken: &BrokenItems) -> TokenStream {
    let BrokenItems { errors, runtime, names } = broken;
    let errors = errors.to_compile_error();
    let private = Private(runtime);
    let value = quote!(#private::rule::any(&[]));
    let items = names.iter().map(|item| constant(item, runtime, &value));
    quote!(#errors #(#items)*)
}

fn constant(item: &Constant, runtime: &Path, value: &TokenStream) -> TokenStream {
    let Constant { attributes, visibility, name } = item;
    quote! {
        #(#attributes)*
        #[allow(non_upper_case_globals, reason = "named as a type is")]
        #visibility const #name: #runtime::Rule = #value;
    }
}
