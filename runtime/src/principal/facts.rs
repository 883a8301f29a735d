//! What a scheme has found out about a caller.

use std::time::SystemTime;

use super::ClaimSet;
use crate::hierarchy::Hierarchy;
use crate::rule::Atom;

/// A verified caller's names and claims, bound to no instance yet.
#[derive(Clone, Debug)]
pub(crate) struct Facts {
    pub(crate) issuer: Option<Box<str>>,
    pub(crate) subject: Box<str>,
    pub(crate) roles: Vec<Box<str>>,
    pub(crate) permissions: Vec<Box<str>>,
    pub(crate) scopes: Vec<Box<str>>,
    pub(crate) claims: ClaimSet,
    pub(crate) expires: Option<SystemTime>,
    /// Of a caller that was made of another one that lasts for another time.
    #[cfg(feature = "revocation")]
    pub(crate) credentials: Option<Credentials>,
}

/// How long the credentials last that a caller was made of.
#[cfg(feature = "revocation")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Credentials {
    Until(SystemTime),
    Forever,
}

impl Facts {
    pub(crate) fn new(subject: String) -> Self {
        Self {
            issuer: None,
            subject: subject.into(),
            roles: Vec::new(),
            permissions: Vec::new(),
            scopes: Vec::new(),
            claims: ClaimSet::default(),
            expires: None,
            #[cfg(feature = "revocation")]
            credentials: None,
        }
    }

    /// Whether a name of a rule is true of this caller, who was authenticated by `scheme` of an
    /// instance with this hierarchy. The definition that bits are tested against.
    pub(crate) fn have(&self, scheme: &str, hierarchy: &Hierarchy, atom: &Atom) -> bool {
        match atom {
            Atom::Role(name) => self.have_role(hierarchy, name),
            Atom::Permission(name) => self.have_permission(hierarchy, name),
            Atom::Scope(name) => self.scopes.iter().any(|own| **own == **name),
            Atom::Claim(name) => self.claims.get(name).is_some_and(|claim| super::present(&claim)),
            Atom::ClaimIs(name, value) => {
                self.claims.get(name).is_some_and(|claim| value.is_in(&claim))
            }
            Atom::Scheme(name) => name == scheme,
            // No fact about a caller: whoever judges a rule with one in it has asked it.
            Atom::Requirement(_) => false,
        }
    }

    /// Whether the caller has this role, or one that implies it.
    pub(crate) fn have_role(&self, hierarchy: &Hierarchy, name: &str) -> bool {
        self.roles.iter().any(|own| hierarchy.implies(own, name))
    }

    /// Whether the caller has this permission, or a role that grants it.
    pub(crate) fn have_permission(&self, hierarchy: &Hierarchy, name: &str) -> bool {
        self.permissions.iter().any(|own| **own == *name)
            || self.roles.iter().any(|own| hierarchy.grants(own, name))
    }
}
