//! The constants of `policy!`.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::Path;

use super::about::{doc, optional};
use super::private::Private;
use super::{kept, rule};
use crate::model::{BrokenItems, Constant, Definition, Policies};

pub(crate) fn policies(policies: &Policies) -> TokenStream {
    let private = &Private(&policies.runtime);
    let items = policies.items.iter().map(|definition| {
        let Definition { item, rule } = definition;
        let name = item.text();
        let description = optional(doc(&item.attributes).as_ref());
        let rule = rule::rule(rule, private);
        // At the policy's name: there rustc tells of policies that use each other in a circle.
        let value = quote_spanned! {item.name.span()=>
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
        let constant = constant(item, &policies.runtime, &value);
        let weighed = definition.depends().then(|| weighed(item, private));
        quote!(#constant #weighed)
    });
    quote!(#(#items)*)
}

/// Refuses to be evaluated if the policy makes no sense with the policies that it uses.
fn weighed(item: &Constant, private: &Private) -> TokenStream {
    let (name, text) = (&item.name, item.text());
    let cfgs = item.cfgs();
    let function = private.at(name.span(), "weigh_policy");
    let call = quote_spanned!(name.span()=> #function(const { &#name }, #text));
    quote!(#(#cfgs)* const _: () = #call;)
}

/// Stands in for policies that made no sense, so that no second error follows where they are
/// used. Of a name that is defined twice once.
pub(crate) fn kept_policies(broken: &BrokenItems) -> TokenStream {
    let BrokenItems { errors, runtime, names, paths } = broken;
    let errors = errors.to_compile_error();
    let private = Private(runtime);
    let numbered = names.iter().enumerate();
    let first =
        numbered.filter(|(at, item)| !names.iter().take(*at).any(|it| it.name == item.name));
    let items = first.map(|(_, item)| {
        // Registered by nobody, and of no known meaning.
        let text = item.name.to_string();
        constant(item, runtime, &quote!(#private::rule::policy(#text)))
    });
    let kept = kept::kept(paths, &[]);
    quote!(#errors #(#items)* #kept)
}

fn constant(item: &Constant, runtime: &Path, value: &TokenStream) -> TokenStream {
    let Constant { attributes, visibility, name } = item;
    let constant = quote_spanned!(name.span()=> const #name: #runtime::Rule = #value;);
    quote! {
        #(#attributes)*
        #[allow(non_upper_case_globals, reason = "named as a type is")]
        #visibility #constant
    }
}
