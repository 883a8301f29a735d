//! What a token will say of a user.

use std::fmt;

use serde::Serialize;
use serde_json::Value;

use crate::tokens::Token;

/// Roles, permissions, scopes and claims for the next access token of a user.
#[derive(Clone, Default)]
#[must_use = "what is not returned is in no token"]
pub struct UserPrivileges {
    pub(super) roles: Vec<String>,
    pub(super) permissions: Vec<String>,
    pub(super) scopes: Vec<String>,
    claims: Vec<(String, Option<Value>)>,
}

impl UserPrivileges {
    /// None.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a role.
    pub fn role(self, name: impl Into<String>) -> Self {
        self.roles([name])
    }

    /// Adds roles.
    pub fn roles<N: Into<String>>(mut self, names: impl IntoIterator<Item = N>) -> Self {
        self.roles.extend(names.into_iter().map(Into::into));
        self
    }

    /// Adds a permission.
    pub fn permission(self, name: impl Into<String>) -> Self {
        self.permissions([name])
    }

    /// Adds permissions.
    pub fn permissions<N: Into<String>>(mut self, names: impl IntoIterator<Item = N>) -> Self {
        self.permissions.extend(names.into_iter().map(Into::into));
        self
    }

    /// Adds an OAuth scope.
    pub fn scope(self, name: impl Into<String>) -> Self {
        self.scopes([name])
    }

    /// Adds OAuth scopes.
    pub fn scopes<N: Into<String>>(mut self, names: impl IntoIterator<Item = N>) -> Self {
        self.scopes.extend(names.into_iter().map(Into::into));
        self
    }

    /// Adds a claim of the application: as [`Token::claim`](crate::Token::claim), and not `sid`.
    pub fn claim(mut self, name: impl Into<String>, value: impl Serialize) -> Self {
        self.claims.push((name.into(), serde_json::to_value(value).ok()));
        self
    }

    /// A token that says this, too.
    pub(super) fn put_into(&self, token: Token) -> Token {
        let token = token
            .roles(self.roles.iter().cloned())
            .permissions(self.permissions.iter().cloned())
            .scopes(self.scopes.iter().cloned());
        let claims = self.claims.iter();
        claims.fold(token, |token, (name, value)| token.claim_value(name.clone(), value.clone()))
    }
}

/// Claims may be private.
impl fmt::Debug for UserPrivileges {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UserPrivileges")
            .field("roles", &self.roles)
            .field("permissions", &self.permissions)
            .field("scopes", &self.scopes)
            .finish_non_exhaustive()
    }
}
