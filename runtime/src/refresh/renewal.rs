//! A request for the next access token, as hooks see it.

use std::fmt;
use std::time::SystemTime;

use super::login::Login;
use super::parameters::Parameters;
use crate::privileges::UserId;

/// A request for the next access token of a login. The user is the one that was stored when the
/// login began: nothing that a client sends names one.
#[derive(Clone)]
pub struct Renewal {
    pub(super) login: Login,
    pub(super) parameters: Parameters,
}

impl Renewal {
    /// Whose login it is.
    #[must_use]
    pub fn user(&self) -> &UserId {
        self.login.user()
    }

    /// What the login is called: the claim `sid` of its access tokens.
    #[must_use]
    pub fn sid(&self) -> &str {
        self.login.sid()
    }

    /// What the application has called it: [`Logins::label`](crate::Logins::label).
    #[must_use]
    pub fn label(&self) -> Option<&str> {
        self.login.label()
    }

    /// When it began.
    #[must_use]
    pub fn since(&self) -> SystemTime {
        self.login.since()
    }

    /// A further parameter of the request: a member of the JSON that is a text, or a field of the
    /// form. Whatever it says, it is the client that says it. Never the token.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.further(name)
    }
}

/// Prints nothing that was sent.
impl fmt::Debug for Renewal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Renewal").field("login", &self.login).finish_non_exhaustive()
    }
}
