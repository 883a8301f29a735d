//! Callers as the application's own users.

mod extract;
mod loads;
mod sources;

use std::error::Error;
use std::future::Future;

use crate::principal::Principal;

pub use extract::CurrentUser;
pub(crate) use loads::Withheld;
pub use sources::{Needed, Source};
pub(crate) use sources::{Sources, UserSource};

/// A user of the application, loaded by who is calling: what [`CurrentUser`] holds.
///
/// ```
/// use std::collections::HashMap;
/// use std::error::Error;
///
/// use portcullis::{CurrentUser, LoadUser, Principal, endpoint};
///
/// #[derive(Clone)]
/// struct User { name: String, locked: bool }
///
/// /// A database, in life.
/// struct Users(HashMap<String, User>);
///
/// impl LoadUser for User {
///     type Source = Users; // `Portcullis::builder().users_from(users)`
///
///     async fn load(
///         users: &Users,
///         caller: &Principal,
///     ) -> Result<Option<Self>, Box<dyn Error + Send + Sync>> {
///         Ok(users.0.get(caller.id()).cloned())
///     }
///
///     fn is_disabled(&self) -> bool {
///         self.locked
///     }
/// }
///
/// #[endpoint(get = "/users/me")]
/// async fn me(user: CurrentUser<User>) -> String {
///     user.name.clone()
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be loaded as the user who is calling",
    label = "not a user of the application",
    note = "implement `portcullis::LoadUser` for it"
)]
pub trait LoadUser: Sized + Send + Sync + 'static {
    /// What users are loaded from, such as a pool of connections to a database:
    /// [`Builder::users_from`](crate::Builder::users_from).
    type Source: Send + Sync + 'static;

    /// The user who is calling; `None` if there is no such user (any more): 401.
    ///
    /// A user is known by [`Principal::issued_by`] and [`Principal::id`] together; the id alone
    /// is enough where one issuer vouches for all callers. An error means that nobody could be
    /// asked: 503, and it goes to the log. A panic is answered with 500.
    fn load(
        source: &Self::Source,
        caller: &Principal,
    ) -> impl Future<Output = Result<Option<Self>, Box<dyn Error + Send + Sync>>>;

    /// Whether the user may not act at the moment, although the credentials still hold: 401.
    fn is_disabled(&self) -> bool {
        false
    }
}
