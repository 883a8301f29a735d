//! Weakening what is strict takes a word that a search finds.

/// A scheme whose rules may be weakened: each method says which one, and returns the scheme.
#[derive(Clone, Debug)]
pub struct Dangerous<T>(pub(crate) T);
