//! What reports say about an endpoint.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, Expr, ExprLit, Lit, LitStr, Meta};

use super::private::Private;
use crate::model::{About, Handler};

pub(super) fn about(about: &About, handler: &Handler, private: &Private) -> TokenStream {
    let name = about.name.clone().unwrap_or_else(|| handler.text());
    let summary = optional(about.summary.as_ref());
    let description = optional(about.description.clone().or_else(|| doc(&handler.docs)).as_ref());
    let tags = &about.tags;
    quote! {
        #private::About {
            name: #name,
            summary: #summary,
            description: #description,
            tags: &[#(#tags),*],
        }
    }
}

pub(super) fn optional(text: Option<&LitStr>) -> TokenStream {
    match text {
        Some(text) => quote!(::core::option::Option::Some(#text)),
        None => quote!(::core::option::Option::None),
    }
}

/// The doc comment as rustdoc reads it: each line without the blank behind `///`.
pub(super) fn doc(docs: &[Attribute]) -> Option<LitStr> {
    let texts: Vec<_> = docs.iter().filter_map(text).collect();
    let span = texts.first()?.span();
    let values: Vec<_> = texts.iter().map(LitStr::value).collect();
    let lines: Vec<_> = values
        .iter()
        .flat_map(|value| value.split('\n'))
        .map(|line| line.strip_prefix(' ').unwrap_or(line))
        .collect();
    let doc = lines.join("\n");
    let doc = doc.trim();
    (!doc.is_empty()).then(|| LitStr::new(doc, span))
}

fn text(doc: &Attribute) -> Option<LitStr> {
    match &doc.meta {
        Meta::NameValue(pair) => match &pair.value {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.clone()),
            _ => None,
        },
        _ => None,
    }
}
