//! What the application has to say when tokens are made.

use std::future::{Future, ready};

use super::not_issued::NotIssued;
use super::privileges::UserPrivileges;
use super::renewal::Renewal;
use super::response::TokenResponse;
use crate::privileges::UserId;

/// What the application has to say when tokens are made. Asked in this order: at a login
/// [`before_login`](Self::before_login), [`after_login`](Self::after_login) and
/// [`persist`](Self::persist); at a renewal [`validate`](Self::validate),
/// [`renewal_privileges`](Self::renewal_privileges), [`before_renewal`](Self::before_renewal),
/// [`after_renewal`](Self::after_renewal) and [`persist`](Self::persist).
///
/// The refresh token is consumed after all of them: whichever fails, the client can use it again.
/// An error is answered with 503 and goes to the log, a panic with 500.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot say what renewed tokens shall hold",
    label = "not a service of refresh tokens",
    note = "implement `portcullis::RefreshTokenService` for it"
)]
pub trait RefreshTokenService: Send + Sync + 'static {
    /// What the user may do now, to be read anew: nothing is copied from the token before.
    /// `privileges` is empty. [`NotIssued::Withdrawn`] for a user who is gone or locked.
    fn renewal_privileges(
        &self,
        renewal: &Renewal,
        privileges: UserPrivileges,
    ) -> impl Future<Output = Result<UserPrivileges, NotIssued>> + Send;

    /// Whether a request whose token is good shall be answered.
    fn validate(&self, renewal: &Renewal) -> impl Future<Output = Result<(), NotIssued>> + Send {
        let _ = renewal;
        ready(Ok(()))
    }

    /// Before the access token of a login is signed.
    fn before_login(
        &self,
        user: &UserId,
        privileges: &mut UserPrivileges,
    ) -> impl Future<Output = Result<(), NotIssued>> + Send {
        let _ = (user, privileges);
        ready(Ok(()))
    }

    /// After the access token of a login was signed.
    fn after_login(
        &self,
        user: &UserId,
        response: &mut TokenResponse,
    ) -> impl Future<Output = Result<(), NotIssued>> + Send {
        let _ = (user, response);
        ready(Ok(()))
    }

    /// Before the access token of a renewal is signed.
    fn before_renewal(
        &self,
        renewal: &Renewal,
        privileges: &mut UserPrivileges,
    ) -> impl Future<Output = Result<(), NotIssued>> + Send {
        let _ = (renewal, privileges);
        ready(Ok(()))
    }

    /// After the access token of a renewal was signed.
    fn after_renewal(
        &self,
        renewal: &Renewal,
        response: &mut TokenResponse,
    ) -> impl Future<Output = Result<(), NotIssued>> + Send {
        let _ = (renewal, response);
        ready(Ok(()))
    }

    /// Before the pair is handed out, for what the application keeps of it besides the store. It
    /// is told also of a pair that another request outruns; the one that is handed out instead is
    /// then told too.
    fn persist(
        &self,
        user: &UserId,
        response: &TokenResponse,
    ) -> impl Future<Output = Result<(), NotIssued>> + Send {
        let _ = (user, response);
        ready(Ok(()))
    }
}
