//! What `policy!` and `group!` mean.

use syn::ext::IdentExt;
use syn::{Attribute, ExprPath, Ident, LitStr, Path, Visibility};

use super::{Name, Rule, Written};

/// The items of one `policy!`.
pub(crate) struct Policies {
    /// The crate `portcullis`, as the user's crate calls it.
    pub(crate) runtime: Path,
    pub(crate) items: Vec<Definition>,
}

/// One policy, under a name of its own.
pub(crate) struct Definition {
    pub(crate) item: Constant,
    pub(crate) rule: Rule,
}

impl Definition {
    /// Whether other items decide what it means.
    pub(crate) fn depends(&self) -> bool {
        self.rule.atoms().iter().any(|atom| !matches!(atom.name(), Name::Text(_)))
    }
}

/// Endpoints that share a prefix and requirements.
pub(crate) struct Group {
    pub(crate) runtime: Path,
    pub(crate) item: Constant,
    pub(crate) prefix: LitStr,
    pub(crate) parent: Option<ExprPath>,
    /// All of them must hold.
    pub(crate) rules: Vec<Rule>,
    /// The clauses of the rules, in their order.
    pub(crate) clauses: Vec<Written>,
    /// Empty: those of its endpoints.
    pub(crate) schemes: Vec<Name>,
    pub(crate) allow_anonymous: bool,
    pub(crate) tags: Vec<LitStr>,
}

/// What `policy!` and `group!` define is a constant of the user's.
pub(crate) struct Constant {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) visibility: Visibility,
    pub(crate) name: Ident,
}

impl Constant {
    /// The name in reports and messages.
    pub(crate) fn text(&self) -> String {
        self.name.unraw().to_string()
    }

    /// Every generated item is there exactly when the constant is.
    pub(crate) fn cfgs(&self) -> impl Iterator<Item = &Attribute> {
        self.attributes.iter().filter(|it| it.path().is_ident("cfg"))
    }
}

/// Constants that made no sense, of which the names are kept so that no second error follows.
pub(crate) struct BrokenItems {
    pub(crate) errors: syn::Error,
    pub(crate) runtime: Path,
    pub(crate) names: Vec<Constant>,
    /// The paths that could be read; see [`Broken`](super::Broken).
    pub(crate) paths: Vec<ExprPath>,
}
