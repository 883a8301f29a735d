//! Is the item a function that actix-web can call? Its body is not looked at.

mod attributes;
mod not_a_function;
mod signature;

use quote::quote;
use syn::{Attribute, FnArg, PatType};

use crate::model::{Argument, Handler, Named, Remains};
use crate::problems::Problems;
use crate::syntax::{Function, Item};

/// The handler, or what is left of the item.
pub(super) fn read(item: Item, problems: &mut Problems) -> Result<Handler, Remains> {
    let function = match item {
        Item::Function(function) => function,
        Item::Other(tokens, error) => {
            not_a_function::tell(&tokens, error, problems);
            return Err(Remains::Item(tokens));
        }
    };
    if let Some(receiver) = function.signature.receiver() {
        let message = "a handler has no `self`; write a function outside of the `impl`";
        problems.report(receiver, message);
        // In an `impl` no struct of the handler's name could stand.
        return Err(Remains::Item(quote!(#function)));
    }
    let mut own = Problems::default();
    signature::tell(&function.signature, &mut own);
    attributes::tell(&function.attributes, &mut own);
    match own.finish(Some(())) {
        Ok(()) => Ok(handler(*function)),
        Err(error) => {
            problems.add(error);
            Err(Remains::Name(named(*function)))
        }
    }
}

fn handler(function: Function) -> Handler {
    let Function { attributes, visibility, signature, body } = function;
    let (docs, attributes) = attributes.into_iter().partition(|it| it.path().is_ident("doc"));
    Handler {
        docs,
        cfgs: cfgs(&attributes),
        attributes,
        visibility,
        arguments: signature.inputs.iter().filter_map(argument).collect(),
        signature,
        body,
    }
}

fn named(function: Function) -> Named {
    Named {
        cfgs: cfgs(&function.attributes),
        visibility: function.visibility,
        name: function.signature.ident,
    }
}

fn argument(argument: &FnArg) -> Option<Argument> {
    match argument {
        FnArg::Typed(PatType { attrs, ty, .. }) => {
            Some(Argument { cfgs: cfgs(attrs), of: (**ty).clone() })
        }
        FnArg::Receiver(_) => None,
    }
}

fn cfgs(attributes: &[Attribute]) -> Vec<Attribute> {
    attributes.iter().filter(|it| it.path().is_ident("cfg")).cloned().collect()
}
