//! The contract with the application, which alone knows the passwords.

use std::error::Error;
use std::fmt;
use std::future::Future;
use std::pin::Pin;

use super::password::Password;
use crate::principal::Principal;

/// An answer of a [`PasswordCheck`] in the making: the caller, `None` where user or password is
/// wrong, or an error where that could not be found out (503).
pub type CheckingPassword<'a> =
    Pin<Box<dyn Future<Output = Result<Option<Principal>, Box<dyn Error + Send + Sync>>> + 'a>>;

/// Knows whose password it is. A closure will do for most: see
/// [`HttpBasic::new`](crate::HttpBasic::new).
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot check a password",
    label = "not a check of passwords",
    note = "implement `portcullis::PasswordCheck` for it, or hand an async closure to \
            `HttpBasic::new(async |user: &str, password: Password| Ok(None))`"
)]
pub trait PasswordCheck: fmt::Debug + Send + Sync {
    /// The caller with this name and password. A panic is answered with 500; neither it nor an
    /// error lets anyone in.
    fn check<'a>(&'a self, user: &'a str, password: Password) -> CheckingPassword<'a>;
}

/// An async closure as a check.
pub(super) struct Function<F>(pub(super) F);

impl<F> PasswordCheck for Function<F>
where
    F: AsyncFn(&str, Password) -> Result<Option<Principal>, Box<dyn Error + Send + Sync>>
        + Send
        + Sync,
{
    fn check<'a>(&'a self, user: &'a str, password: Password) -> CheckingPassword<'a> {
        Box::pin((self.0)(user, password))
    }
}

impl<F> fmt::Debug for Function<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a closure")
    }
}
