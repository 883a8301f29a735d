//! The constant of `group!`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Path;

use super::about::{doc, optional};
use super::private::Private;
use super::{data, rule};
use crate::model::{BrokenItems, Constant, Group};

pub(crate) fn group(group: &Group) -> TokenStream {
    let Group { runtime, item, prefix, parent, rules, schemes, allow_anonymous, tags } = group;
    let private = &Private(runtime);
    let name = item.name.to_string();
    let parent = data::optional(parent.as_ref());
    let rules = rules.iter().map(|one| rule::rule(one, private));
    let schemes = schemes.iter().map(rule::name);
    let description = optional(doc(&item.attributes).as_ref());
    let value = quote! {
        #private::Grouping {
            name: #name,
            module: ::core::module_path!(),
            file: ::core::file!(),
            line: ::core::line!(),
            prefix: #prefix,
            parent: #parent,
            rules: &[#(#rules),*],
            schemes: &[#(#schemes),*],
            allow_anonymous: #allow_anonymous,
            tags: &[#(#tags),*],
            description: #description,
        }
    };
    constant(item, runtime, &value)
}

/// Stands in for a group that made no sense, so that no second error follows where it is used.
pub(crate) fn kept_group(broken: &BrokenItems) -> TokenStream {
    let BrokenItems { errors, runtime, names } = broken;
    let errors = errors.to_compile_error();
    let private = Private(runtime);
    let value = quote! {
        #private::Grouping {
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
    };
    let items = names.iter().map(|item| constant(item, runtime, &value));
    quote!(#errors #(#items)*)
}

fn constant(item: &Constant, runtime: &Path, value: &TokenStream) -> TokenStream {
    let Constant { attributes, visibility, name } = item;
    quote! {
        #(#attributes)*
        #visibility const #name: #runtime::Group = #runtime::Group::new(const { &#value });
    }
}
