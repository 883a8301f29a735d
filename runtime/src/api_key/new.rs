//! A key that is to be issued, and one that was.

use std::fmt;
use std::time::Duration;

use zeroize::Zeroizing;

use crate::store::StoredApiKey;

const YEAR: Duration = Duration::from_secs(365 * 24 * 3600);

/// What a new key shall be good for: see [`ApiKeys::issue`](crate::ApiKeys::issue). It works for
/// a year unless it says otherwise.
#[derive(Clone, Debug)]
#[must_use = "nothing is issued without `ApiKeys::issue`"]
pub struct NewApiKey {
    pub(super) owner: String,
    pub(super) label: String,
    pub(super) roles: Vec<String>,
    pub(super) permissions: Vec<String>,
    pub(super) scopes: Vec<String>,
    pub(super) life: Option<Duration>,
}

impl NewApiKey {
    /// A key of this owner: [`Principal::id`](crate::Principal::id) of callers with it. Not
    /// empty.
    pub fn of(owner: impl Into<String>) -> Self {
        Self {
            owner: owner.into(),
            label: String::new(),
            roles: Vec::new(),
            permissions: Vec::new(),
            scopes: Vec::new(),
            life: Some(YEAR),
        }
    }

    /// What its owner calls it.
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Adds a role.
    pub fn role(mut self, name: impl Into<String>) -> Self {
        self.roles.push(name.into());
        self
    }

    /// Adds a permission.
    pub fn permission(mut self, name: impl Into<String>) -> Self {
        self.permissions.push(name.into());
        self
    }

    /// Adds an OAuth scope.
    pub fn scope(mut self, name: impl Into<String>) -> Self {
        self.scopes.push(name.into());
        self
    }

    /// For how long it works, in whole seconds.
    pub fn expires_in(mut self, life: Duration) -> Self {
        self.life = Some(life);
        self
    }

    /// It works until it is revoked.
    pub fn never_expires(mut self) -> Self {
        self.life = None;
        self
    }
}

/// A key that was just issued: the only place where it can be read.
pub struct IssuedApiKey {
    pub(super) key: Zeroizing<String>,
    pub(super) stored: StoredApiKey,
}

impl IssuedApiKey {
    /// The key, to be shown once.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.key
    }

    /// The part of it that is no secret, by which it can be revoked.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.stored.id
    }

    /// What is kept of it.
    #[must_use]
    pub fn stored(&self) -> &StoredApiKey {
        &self.stored
    }
}

impl fmt::Debug for IssuedApiKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IssuedApiKey").field("id", &self.id()).finish_non_exhaustive()
    }
}
