//! The words of the attributes.

use crate::words::{Fact, Word, words};

words! {
    /// Where a field comes from: the attribute above it.
    SourceWord: "source" {
        Claim = "claim",
        Permission = "permission",
        Role = "role",
        Scope = "scope",
        Id = "id",
        Issuer = "issuer",
    }
}

words! {
    /// What may stand behind the name of a claim.
    ClaimWord: "word" {
        Default = "default",
    }
}

words! {
    /// What may stand in `#[principal(…)]` above the struct.
    StructWord: "word" {
        Crate = "crate",
    }
}

impl SourceWord {
    /// The kind of names that it takes one of, if it does.
    pub(super) fn kind(self) -> Option<Fact> {
        match self {
            Self::Claim => Some(Fact::Claim),
            Self::Permission => Some(Fact::Permission),
            Self::Role => Some(Fact::Role),
            Self::Scope => Some(Fact::Scope),
            Self::Id | Self::Issuer => None,
        }
    }
}
