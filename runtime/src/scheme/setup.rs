//! What `build()` hands to a scheme, and gets back.

use std::sync::Arc;

use super::transform::{AsyncFunction, Function, Transformed};
use super::{Found, Prepared, Scheme};
use crate::clock::Clock;
use crate::interner::Interner;
use crate::principal::{InstanceId, Principal, SchemeId};
use crate::privileges::PrivilegeCache;
use crate::problem::Problem;
use crate::random::Random;

#[cfg(feature = "_jwt")]
use crate::bits::Bits;
#[cfg(feature = "_jwt")]
use crate::principal::Unread;

/// What becomes a scheme when `build()` has the whole configuration: every [`Scheme`] as it
/// is, and the ones of this crate, which are told the names that policies ask for.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot tell who is calling",
    label = "not an authentication scheme",
    note = "implement `portcullis::Scheme` for it, or use `portcullis::JwtBearer`"
)]
pub trait IntoScheme {
    /// Makes the scheme. Called once, by `build()`.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the configuration.
    fn into_scheme(self, setup: &Setup) -> Result<Prepared, Vec<Problem>>;

    #[doc = include_str!("../../docs/transform.md")]
    #[must_use]
    fn transform<F, R>(self, function: F) -> Transformed<Self>
    where
        Self: Sized,
        F: Fn(Principal) -> R + Send + Sync + 'static,
        R: Into<Found> + 'static,
    {
        Transformed::new(self, Function(function))
    }

    /// The same as [`IntoScheme::transform`] by a function that takes waiting.
    #[must_use]
    fn transform_async<F, R>(self, function: F) -> Transformed<Self>
    where
        Self: Sized,
        F: AsyncFn(Principal) -> R + Send + Sync + 'static,
        R: Into<Found> + 'static,
    {
        Transformed::new(self, AsyncFunction(function))
    }

    /// Adds roles and permissions of the application to the callers of this scheme, as
    /// [`Builder::privileges`](crate::Builder::privileges) does to those of all.
    #[must_use]
    fn privileges(self, source: impl Into<PrivilegeCache>) -> Transformed<Self>
    where
        Self: Sized,
    {
        Transformed::new(self, source.into())
    }
}

impl<S: Scheme + 'static> IntoScheme for S {
    fn into_scheme(self, _: &Setup) -> Result<Prepared, Vec<Problem>> {
        Ok(Prepared::new(self))
    }
}

/// What a scheme may use of the instance it belongs to.
#[derive(Clone, Debug)]
pub struct Setup {
    pub(crate) instance: InstanceId,
    pub(crate) scheme: Arc<SchemeId>,
    pub(crate) interner: Arc<Interner>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) random: Arc<dyn Random>,
}

impl Setup {
    /// The name that the scheme is registered under.
    #[must_use]
    pub fn name(&self) -> &str {
        self.scheme.name()
    }

    /// The instance's clock.
    #[must_use]
    pub fn clock(&self) -> &Arc<dyn Clock> {
        &self.clock
    }

    /// The instance's source of random bytes.
    #[must_use]
    pub fn random(&self) -> &Arc<dyn Random> {
        &self.random
    }

    /// Binds a caller of this scheme to the instance.
    ///
    /// # Errors
    ///
    /// Why the caller is nobody here.
    pub(crate) fn stamp(&self, caller: Principal) -> Result<Principal, &'static str> {
        caller.stamped(self.instance, &self.scheme, &self.interner, self.clock.now())
    }

    /// The same for a caller that was only read as far as its bits. The scheme has judged it.
    #[cfg(feature = "_jwt")]
    pub(crate) fn bind(&self, caller: Unread, bits: Bits) -> Principal {
        Principal::bound(caller, bits, self.instance, &self.scheme, &self.interner)
    }

    /// The same for a caller that the scheme has kept since [`Setup::vouches`] was asked.
    ///
    /// # Errors
    ///
    /// Why the caller is nobody here.
    #[cfg(feature = "cookie-session")]
    pub(crate) fn stamp_kept(&self, caller: Principal) -> Result<Principal, &'static str> {
        caller.stamped_as_kept(self.instance, &self.scheme, &self.interner, self.clock.now())
    }

    /// Who vouches for a principal that this scheme is to keep; `None` is the scheme itself.
    ///
    /// # Errors
    ///
    /// Why nobody does.
    #[cfg(feature = "cookie-session")]
    pub(crate) fn vouches<'a>(
        &self,
        principal: &'a Principal,
    ) -> Result<Option<&'a str>, &'static str> {
        principal.vouched_for(self.instance, &self.scheme)
    }
}
