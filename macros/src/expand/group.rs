//! The constant of `group!`.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::Path;

use super::about::{doc, optional};
use super::private::Private;
use super::{data, kept, rule};
use crate::model::{BrokenItems, Constant, Group};

pub(crate) fn group(group: &Group) -> TokenStream {
    let Group { runtime, item, prefix, parent, rules, schemes, allow_anonymous, tags, .. } = group;
    let private = &Private(runtime);
    let name = item.text();
    let parent = data::one_group(parent.as_ref(), private);
    let rules = rules.iter().map(|one| rule::rule(one, private));
    let schemes = schemes.iter().map(rule::name);
    let description = optional(doc(&item.attributes).as_ref());
    let value = quote_spanned! {item.name.span()=>
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
    let constant = constant(item, runtime, &value);
    let weighed = group.parent.is_some().then(|| weighed(group, private));
    quote!(#constant #weighed)
}

/// Refuse to be evaluated if the group makes no sense in the groups around it.
fn weighed(group: &Group, private: &Private) -> TokenStream {
    let name = &group.item.name;
    let cfgs: Vec<_> = group.item.cfgs().collect();
    let texts = group.clauses.iter().map(|clause| &clause.text);
    let texts = quote!(&[#(#texts),*]);
    let clauses = group.clauses.iter().enumerate().map(|(number, clause)| {
        let span = clause.word.span();
        let function = private.at(span, "weigh_group_clause");
        let call = quote_spanned!(span=> #function(#name, #number, #texts));
        quote!(#(#cfgs)* const _: () = #call;)
    });
    let function = private.at(name.span(), "weigh_group_schemes");
    let call = quote_spanned!(name.span()=> #function(#name));
    quote!(#(#clauses)* #(#cfgs)* const _: () = #call;)
}

/// Stands in for a group that made no sense, so that no second error follows where it is used.
pub(crate) fn kept_group(broken: &BrokenItems) -> TokenStream {
    let BrokenItems { errors, runtime, names, paths } = broken;
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
    let kept = kept::kept(paths, &[]);
    quote!(#errors #(#items)* #kept)
}

fn constant(item: &Constant, runtime: &Path, value: &TokenStream) -> TokenStream {
    let Constant { attributes, visibility, name } = item;
    let constant = quote_spanned! {name.span()=>
        const #name: #runtime::Group = #runtime::Group::new(const { &#value });
    };
    quote!(#(#attributes)* #visibility #constant)
}
