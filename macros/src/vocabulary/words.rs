//! The words of `#[vocabulary(…)]`.

use crate::words::{Fact, Word, words};

words! {
    /// What may stand in the attribute of the enum.
    EnumWord: "word" {
        Role = "role",
        Permission = "permission",
        Scope = "scope",
        Claim = "claim",
        RenameAll = "rename_all",
        Crate = "crate",
    }
}

words! {
    /// What may stand in the attribute of a variant.
    VariantWord: "word" {
        Rename = "rename",
    }
}

words! {
    /// How `rename_all` writes the names of variants: serde's spellings.
    Case: "spelling" {
        Lower = "lowercase",
        Upper = "UPPERCASE",
        Pascal = "PascalCase",
        Camel = "camelCase",
        Snake = "snake_case",
        ScreamingSnake = "SCREAMING_SNAKE_CASE",
        Kebab = "kebab-case",
        ScreamingKebab = "SCREAMING-KEBAB-CASE",
    }
}

impl EnumWord {
    /// The kind of names that the word chooses, if it chooses one.
    pub(super) fn kind(self) -> Option<Fact> {
        match self {
            Self::Role => Some(Fact::Role),
            Self::Permission => Some(Fact::Permission),
            Self::Scope => Some(Fact::Scope),
            Self::Claim => Some(Fact::Claim),
            Self::RenameAll | Self::Crate => None,
        }
    }
}
