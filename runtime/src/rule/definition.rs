//! A policy that is written as an item, with `policy!`.

use super::Rule;

/// What a `policy!` item says, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Definition {
    /// The item's name.
    pub name: &'static str,
    /// The module that the item stands in, with the crate's name in front.
    pub module: &'static str,
    /// The source file of the item.
    pub file: &'static str,
    /// The line of the item, from 1.
    pub line: u32,
    /// The item's doc comment.
    pub description: Option<&'static str>,
    /// What it demands.
    pub rule: Rule,
}
