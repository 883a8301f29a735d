//! Vocabularies: the names of one kind that a program knows, declared as an enum.

pub mod expansion;
mod unknown;

use std::fmt;

pub use unknown::UnknownName;

/// An enum with `#[derive(Vocabulary)]`, as constant data.
#[derive(Debug)]
pub struct Vocabulary {
    /// What its names are names of.
    pub kind: Kind,
    /// The enum.
    pub name: &'static str,
    /// The module that it stands in, with the crate's name in front.
    pub module: &'static str,
    /// The source file of the derive.
    pub file: &'static str,
    /// The line of the derive, from 1.
    pub line: u32,
    /// The names, in the order of the variants.
    pub names: &'static [&'static str],
}

/// What a name is a name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Of a role.
    Role,
    /// Of a permission.
    Permission,
    /// Of an OAuth scope.
    Scope,
    /// Of a claim.
    Claim,
}

impl Kind {
    /// As messages call it.
    pub(crate) const fn noun(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Permission => "permission",
            Self::Scope => "scope",
            Self::Claim => "claim",
        }
    }
}

/// The enum in backticks, with its module and its place.
impl fmt::Display for Vocabulary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}::{}` at {}:{}", self.module, self.name, self.file, self.line)
    }
}
