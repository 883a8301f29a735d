//! The enum wherever a text is asked for.

use proc_macro2::TokenStream;
use quote::quote;

use super::Subject;
use crate::expand::ours;

pub(super) fn conversions(of: &Subject) -> TokenStream {
    let as_ref = of.implements(
        &quote!(::core::convert::AsRef<str>),
        &quote! {
            fn as_ref(&self) -> &str {
                Self::as_str(self)
            }
        },
    );
    let (name, this) = (ours("name"), of.this());
    let text = quote!(<#this>::as_str(&#name));
    let borrowed = from(of, &quote!(&'static str), &text);
    let string = from(of, &quote!(::std::string::String), &quote!(Self::from(#text)));
    let cow = quote!(::std::borrow::Cow<'static, str>);
    let cow = from(of, &cow, &quote!(Self::Borrowed(#text)));
    quote!(#as_ref #borrowed #string #cow)
}

fn from(of: &Subject, target: &TokenStream, value: &TokenStream) -> TokenStream {
    let (name, this) = (ours("name"), of.this());
    let (generics, _, clause) = of.0.generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #generics ::core::convert::From<#this> for #target #clause {
            fn from(#name: #this) -> Self {
                #value
            }
        }
    }
}
