//! Why the application gives no token.

use std::error::Error;

/// Why a hook of a [`RefreshTokenService`](crate::RefreshTokenService) does not let a token be
/// made.
///
/// Any error becomes one by `?`: whoever cannot tell gives no token, and the client is told to
/// come back later.
#[derive(Debug)]
pub enum NotIssued {
    /// This request gets none. Nothing is consumed, and the login goes on: `invalid_grant`.
    Refused,
    /// The user may have none any more: `invalid_grant`, and the login has ended.
    Withdrawn,
    /// It could not be found out: 503 with `Retry-After`, and nothing is consumed. The error goes
    /// to the log, not to the client.
    Unavailable(Box<dyn Error + Send + Sync>),
}

impl<E: Error + Send + Sync + 'static> From<E> for NotIssued {
    fn from(error: E) -> Self {
        Self::Unavailable(Box::new(error))
    }
}
