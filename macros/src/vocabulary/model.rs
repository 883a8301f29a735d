//! What an enum declares. Of an enum with mistakes as much as makes sense, so that its users
//! compile meanwhile.

use syn::{Ident, LitStr, Path, Visibility};

use crate::words::Fact;

pub(super) struct Vocabulary<'a> {
    /// The crate `portcullis`, as the user's crate calls it.
    pub(super) runtime: Path,
    /// Absent only where that is told as a mistake.
    pub(super) kind: Option<Fact>,
    pub(super) visibility: &'a Visibility,
    pub(super) name: &'a Ident,
    pub(super) generics: &'a syn::Generics,
    /// In the order of the enum.
    pub(super) variants: Vec<Variant<'a>>,
}

pub(super) struct Variant<'a> {
    pub(super) ident: &'a Ident,
    pub(super) name: LitStr,
}
