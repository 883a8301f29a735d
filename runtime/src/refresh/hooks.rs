//! The service of an application, whichever type it has, with its panics contained.

use std::future::Future;
use std::pin::Pin;

use super::not_issued::NotIssued;
use super::privileges::UserPrivileges;
use super::renewal::Renewal;
use super::response::TokenResponse;
use super::service::RefreshTokenService;
use crate::contain::contained_async;
use crate::error::Error;
use crate::privileges::UserId;

pub(super) type Hooked<'a, T> = Pin<Box<dyn Future<Output = Outcome<T>> + Send + 'a>>;

/// What a hook has said; an error if it has panicked.
pub(super) type Outcome<T> = Result<Result<T, NotIssued>, Error>;

/// [`RefreshTokenService`], to be kept.
pub(super) trait Hooks: Send + Sync {
    fn validate<'a>(&'a self, renewal: &'a Renewal) -> Hooked<'a, ()>;
    fn renewal_privileges<'a>(&'a self, renewal: &'a Renewal) -> Hooked<'a, UserPrivileges>;
    fn before_login<'a>(&'a self, user: &'a UserId, to: &'a mut UserPrivileges) -> Hooked<'a, ()>;
    fn after_login<'a>(&'a self, user: &'a UserId, to: &'a mut TokenResponse) -> Hooked<'a, ()>;
    fn before_renewal<'a>(
        &'a self,
        renewal: &'a Renewal,
        to: &'a mut UserPrivileges,
    ) -> Hooked<'a, ()>;
    fn after_renewal<'a>(
        &'a self,
        renewal: &'a Renewal,
        to: &'a mut TokenResponse,
    ) -> Hooked<'a, ()>;
    fn persist<'a>(&'a self, user: &'a UserId, pair: &'a TokenResponse) -> Hooked<'a, ()>;
}

/// Runs a hook; the call itself may panic too.
macro_rules! hooked {
    ($name:literal, $call:expr) => {
        Box::pin(async move {
            let whose = concat!("`RefreshTokenService::", $name, "`");
            let outcome = contained_async(whose, async { $call.await }).await;
            outcome.ok_or_else(|| Error::internal(concat!("`", $name, "` panicked")))
        })
    };
}

impl<S: RefreshTokenService> Hooks for S {
    fn validate<'a>(&'a self, renewal: &'a Renewal) -> Hooked<'a, ()> {
        hooked!("validate", S::validate(self, renewal))
    }

    fn renewal_privileges<'a>(&'a self, renewal: &'a Renewal) -> Hooked<'a, UserPrivileges> {
        let none = UserPrivileges::new();
        hooked!("renewal_privileges", S::renewal_privileges(self, renewal, none))
    }

    fn before_login<'a>(&'a self, user: &'a UserId, to: &'a mut UserPrivileges) -> Hooked<'a, ()> {
        hooked!("before_login", S::before_login(self, user, to))
    }

    fn after_login<'a>(&'a self, user: &'a UserId, to: &'a mut TokenResponse) -> Hooked<'a, ()> {
        hooked!("after_login", S::after_login(self, user, to))
    }

    fn before_renewal<'a>(
        &'a self,
        renewal: &'a Renewal,
        to: &'a mut UserPrivileges,
    ) -> Hooked<'a, ()> {
        hooked!("before_renewal", S::before_renewal(self, renewal, to))
    }

    fn after_renewal<'a>(
        &'a self,
        renewal: &'a Renewal,
        to: &'a mut TokenResponse,
    ) -> Hooked<'a, ()> {
        hooked!("after_renewal", S::after_renewal(self, renewal, to))
    }

    fn persist<'a>(&'a self, user: &'a UserId, pair: &'a TokenResponse) -> Hooked<'a, ()> {
        hooked!("persist", S::persist(self, user, pair))
    }
}
