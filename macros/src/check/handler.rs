//! Is the item a function that actix-web can call? Its body is not looked at.

mod attributes;
mod not_a_function;
mod signature;

use proc_macro2::Group;
use quote::quote;
use syn::{Attribute, FnArg, PatType, ReturnType, Token};

use crate::model::{Argument, Handler, Named, Remains};
use crate::problems::Problems;
use crate::syntax::{Function, Item};

/// The handler, or what is left of the item.
pub(super) fn read(item: Item, problems: &mut Problems) -> Result<Handler, Remains> {
    let function = match item {
        Item::Function(function) => *function,
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
    let body = function.body.clone();
    if body.is_none() {
        own.report(&function.signature.ident, "this handler has no body; write `{ … }`");
    }
    match own.finish(body) {
        Ok(body) => Ok(handler(function, body)),
        Err(error) => {
            problems.add(error);
            Err(remains(function))
        }
    }
}

fn handler(function: Function, body: Group) -> Handler {
    let Function { attributes, visibility, signature, .. } = function;
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

/// A function that rustc accepts, so that its imports count as used and the editor goes on
/// completing inside; where that cannot be had, its name.
fn remains(mut function: Function) -> Remains {
    let answers = !matches!(function.signature.output, ReturnType::Default);
    match function.body.take() {
        Some(body) if answers => {
            let signature = &mut function.signature;
            signature.asyncness.get_or_insert(Token![async](signature.fn_token.span));
            signature.constness = None;
            signature.abi = None;
            signature.variadic = None;
            function.attributes.retain(|it| !attributes::serves(it.path()));
            Remains::Handler(Box::new(handler(function, body)))
        }
        _ => Remains::Name(Named {
            cfgs: cfgs(&function.attributes),
            visibility: function.visibility,
            name: function.signature.ident,
        }),
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
