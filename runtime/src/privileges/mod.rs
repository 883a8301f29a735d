//! Roles and permissions that the application knows of its users, added to verified callers.

mod cache;
mod loading;
mod users;

use std::error::Error;
use std::future::Future;

use crate::principal::Principal;

pub use cache::PrivilegeCache;

/// Where the application keeps what its users may do: a database, or another service.
///
/// Registered with [`Builder::privileges`](crate::Builder::privileges) for all schemes, or with
/// [`IntoScheme::privileges`](crate::IntoScheme::privileges) for one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` knows nothing of what users may do",
    label = "not a source of privileges",
    note = "implement `portcullis::PrivilegeSource` for it"
)]
pub trait PrivilegeSource: Send + Sync + 'static {
    /// What a user may do besides what the credentials say; nothing for one whom the
    /// application does not know.
    ///
    /// An error is answered with 503 and goes to the log, a panic with 500. On anonymous verbs
    /// the caller is nobody then.
    fn privileges(
        &self,
        user: &UserId,
    ) -> impl Future<Output = Result<Privileges, Box<dyn Error + Send + Sync>>> + Send;

    /// The version of all that the source knows. When it changes, whatever was read at another
    /// one is forgotten. Asked with every request, so it should be a number in memory.
    fn version(&self) -> u64 {
        0
    }
}

/// A user, known by issuer and subject together: [`Principal::issued_by`] and [`Principal::id`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct UserId {
    issuer: Box<str>,
    subject: Box<str>,
}

/// Roles and permissions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Privileges {
    roles: Vec<String>,
    permissions: Vec<String>,
}

impl UserId {
    /// The user of this issuer with this subject.
    #[must_use]
    pub fn new(issuer: impl Into<String>, subject: impl Into<String>) -> Self {
        Self { issuer: issuer.into().into(), subject: subject.into().into() }
    }

    /// The user that is calling.
    #[must_use]
    pub fn of(caller: &Principal) -> Self {
        Self::new(caller.issued_by(), caller.id())
    }

    /// Who vouches for the subject.
    #[must_use]
    pub fn issuer(&self) -> &str {
        &self.issuer
    }

    /// The subject: unique for its issuer.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.subject
    }
}

impl Privileges {
    /// None.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds roles.
    #[must_use]
    pub fn roles<N: Into<String>>(mut self, names: impl IntoIterator<Item = N>) -> Self {
        self.roles.extend(names.into_iter().map(Into::into));
        self
    }

    /// Adds permissions.
    #[must_use]
    pub fn permissions<N: Into<String>>(mut self, names: impl IntoIterator<Item = N>) -> Self {
        self.permissions.extend(names.into_iter().map(Into::into));
        self
    }

    /// The caller with these besides its own. Nothing is taken away.
    fn added_to(&self, caller: Principal) -> Principal {
        let caller = self.roles.iter().fold(caller, |caller, role| {
            let has = caller.roles().any(|own| own == role);
            if has { caller } else { caller.role(role) }
        });
        self.permissions.iter().fold(caller, |caller, permission| {
            let has = caller.permissions().any(|own| own == permission);
            if has { caller } else { caller.permission(permission) }
        })
    }
}
