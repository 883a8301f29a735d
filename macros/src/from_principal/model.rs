//! What a struct takes of a caller. Of one with mistakes as much as makes sense.

use syn::{Expr, Generics, Ident, Member, Path, Type};

use crate::model::Name;
use crate::words::Fact;

pub(super) struct Typed<'a> {
    /// The crate `portcullis`, as the user's crate calls it.
    pub(super) runtime: Path,
    pub(super) name: &'a Ident,
    pub(super) generics: &'a Generics,
    /// In the order of the struct.
    pub(super) fields: Vec<Field<'a>>,
}

pub(super) struct Field<'a> {
    pub(super) member: Member,
    pub(super) of: &'a Type,
    pub(super) source: Source,
}

/// Where the value of a field comes from.
pub(super) enum Source {
    Claim(Name, Absent),
    /// Whether the caller has it.
    Has(Fact, Name),
    Id,
    Issuer,
}

/// What an absent claim makes of a field.
pub(super) enum Absent {
    /// The type knows, or the caller is refused.
    AsTheTypeSays,
    /// The default of the type.
    Default,
    /// This value.
    Is(Box<Expr>),
}
