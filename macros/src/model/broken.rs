//! What is left of an endpoint that made no sense: enough that no second error follows.

use proc_macro2::TokenStream;
use syn::{Attribute, Error, ExprPath, Ident, Path, Visibility};

use super::Handler;

pub(crate) struct Broken {
    pub(crate) errors: Error,
    /// The crate `portcullis`, as the user's crate calls it.
    pub(crate) runtime: Path,
    /// The paths of the attribute that could be read, so that an editor completes and follows
    /// them, and rustc takes their imports for used.
    pub(crate) paths: Vec<ExprPath>,
    pub(crate) remains: Remains,
}

pub(crate) enum Remains {
    /// A function that may stand where it is kept, even if it is no sound handler.
    Handler(Box<Handler>),
    /// A function that cannot be kept.
    Name(Named),
    /// Not a free function: it stays as it was written.
    Item(TokenStream),
}

pub(crate) struct Named {
    pub(crate) cfgs: Vec<Attribute>,
    pub(crate) visibility: Visibility,
    pub(crate) name: Ident,
}
