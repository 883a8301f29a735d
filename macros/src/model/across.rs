//! What only the compiler can weigh, since it depends on other items: on groups, on policies by
//! path, on what constants hold.

use syn::Ident;

use crate::words::Verb;

/// The clauses to weigh, in the order of the rules.
#[derive(Default)]
pub(crate) struct Across {
    pub(crate) clauses: Vec<Written>,
    pub(crate) on: Vec<(Verb, Vec<Written>)>,
    /// The word by which the endpoint is anonymous, if it has a group to allow it.
    pub(crate) anonymous: Option<Ident>,
    /// The word that says which schemes are left.
    pub(crate) schemes: Option<Ident>,
    /// Whether the developer wants to know of clauses that change nothing.
    pub(crate) tells_redundant: bool,
}

/// A clause as it is written.
pub(crate) struct Written {
    pub(crate) word: Ident,
    pub(crate) text: String,
}
