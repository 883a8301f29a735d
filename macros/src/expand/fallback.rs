//! Stands in for an endpoint that made no sense, so that no second error follows. Never runs, and
//! serves nothing.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, Ident, Visibility};

use super::private::Private;
use super::{handler, kept};
use crate::model::{Broken, Handler, Named, Remains};

pub(crate) fn fallback(broken: &Broken) -> TokenStream {
    let errors = broken.errors.to_compile_error();
    let private = Private(&broken.runtime);
    let (remains, cfgs): (_, &[Attribute]) = match &broken.remains {
        Remains::Handler(handler) => (with_handler(handler, &private), &handler.cfgs),
        Remains::Name(Named { cfgs, visibility, name }) => {
            (unit(cfgs, visibility, name, &TokenStream::new(), &private), cfgs)
        }
        // In an `impl` no constant without a name can stand.
        Remains::Item(item) => return quote!(#errors #item),
    };
    let kept = kept::kept(&broken.paths, cfgs);
    quote!(#errors #remains #kept)
}

fn with_handler(handler: &Handler, private: &Private) -> TokenStream {
    let Handler { cfgs, visibility, .. } = handler;
    let nested = handler::nested(handler);
    let kept = quote! {
        #[allow(dead_code, reason = "kept for the editor")]
        #nested
    };
    unit(cfgs, visibility, handler.name(), &kept, private)
}

fn unit(
    cfgs: &[Attribute],
    visibility: &Visibility,
    name: &Ident,
    kept: &TokenStream,
    private: &Private,
) -> TokenStream {
    quote! {
        #(#cfgs)*
        #[allow(
            non_camel_case_types,
            dead_code,
            missing_docs,
            reason = "takes the name of its handler"
        )]
        #visibility struct #name;

        #(#cfgs)*
        impl #private::HttpServiceFactory for #name {
            fn register(self, _: &mut #private::AppService) {
                #kept
                ::core::unreachable!()
            }
        }
    }
}
