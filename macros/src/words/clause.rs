//! What kind of clause each clause word begins. Whether its value is sound is `check`'s affair.

use super::{ClauseWord, Fact, Verb, Word};

/// Does one entry of a list suffice?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Quantity {
    Any,
    All,
}

impl ClauseWord {
    /// The verb of a route clause, whose word is the verb in lower case.
    pub(crate) fn verb(self) -> Option<Verb> {
        let same = |verb: &Verb| verb.text().eq_ignore_ascii_case(self.text());
        Verb::ALL.iter().copied().find(same)
    }

    /// What a list clause lists, and how much of it is demanded.
    pub(crate) fn list(self) -> Option<(Fact, Quantity)> {
        Some(match self {
            Self::Roles => (Fact::Role, Quantity::Any),
            Self::RolesAll => (Fact::Role, Quantity::All),
            Self::Permissions => (Fact::Permission, Quantity::Any),
            Self::PermissionsAll => (Fact::Permission, Quantity::All),
            Self::Scopes => (Fact::Scope, Quantity::Any),
            Self::ScopesAll => (Fact::Scope, Quantity::All),
            Self::Claims => (Fact::Claim, Quantity::Any),
            Self::ClaimsAll => (Fact::Claim, Quantity::All),
            Self::Policies => (Fact::Policy, Quantity::All),
            _ => return None,
        })
    }

    /// Does the clause demand something of the caller that can be weighed?
    pub(crate) fn is_requirement(self) -> bool {
        self == Self::Require || self.list().is_some()
    }

    /// Does the clause keep some callers out? (`on` does too, for one verb.)
    pub(crate) fn keeps_out(self) -> bool {
        self == Self::Authorize || self.is_requirement()
    }

    /// Is it a word of `#[endpoint]`?
    pub(crate) fn is_of_endpoint(self) -> bool {
        self != Self::AllowAnonymous
    }

    /// Is it a word of `group!`? What would loosen the endpoints of a group is none.
    pub(crate) fn is_of_group(self) -> bool {
        let others = [Self::Schemes, Self::Group, Self::AllowAnonymous, Self::Tags, Self::Crate];
        self.is_requirement() || others.contains(&self)
    }

    /// Routes may share a verb, and `on` may speak of several verbs.
    pub(crate) fn may_repeat(self) -> bool {
        self == Self::On || self.verb().is_some()
    }

    /// The value that the clause takes, and what follows the word in an example of it.
    pub(crate) fn takes(self) -> (&'static str, &'static str) {
        match self {
            Self::Get
            | Self::Post
            | Self::Put
            | Self::Patch
            | Self::Delete
            | Self::Head
            | Self::Options => ("a path", r#" = "/path""#),
            Self::Verbs => ("a list of verbs", "(POST, PUT)"),
            Self::Routes => ("a list of paths", r#"("/a", "/b")"#),
            Self::Anonymous => ("nothing, or a list of verbs", "(POST)"),
            Self::Roles | Self::RolesAll => ("a list", r#"("Admin")"#),
            Self::Permissions | Self::PermissionsAll => ("a list", r#"("docs:write")"#),
            Self::Scopes | Self::ScopesAll => ("a list", r#"("docs.read")"#),
            Self::Claims | Self::ClaimsAll => ("a list", r#"("AdminID", "dept" = "eng")"#),
            Self::Policies => ("a list", r#"(ManagersOnly)"#),
            Self::Require => ("an expression", r#"(role("Admin") || scope("docs.read"))"#),
            Self::Authorize => ("a list of async functions", "(owns_document)"),
            Self::Schemes => ("a list", r#"("jwt")"#),
            Self::Group => ("a path to a `group!` item", " = ADMIN"),
            Self::AllowAnonymous => ("nothing", ""),
            Self::On => ("a verb and its requirements", r#"(PUT, roles("Editor"))"#),
            Self::Manual => ("nothing", ""),
            Self::Accept => ("a list of warnings", "(dormant)"),
            Self::Name | Self::Summary | Self::Description => ("a string", r#" = "text""#),
            Self::Tags => ("a list of strings", r#"("admin")"#),
            Self::Wrap => ("an expression", " = Logger::default()"),
            Self::Crate => ("a path", " = my_crate::portcullis"),
        }
    }
}
