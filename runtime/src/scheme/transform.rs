//! Functions of the application that map or enrich what a scheme has found.

use std::error::Error;
use std::fmt;

use super::amended::Amend;
use super::{Answer, Found, IntoScheme, Prepared, Setup};
use crate::principal::Principal;
use crate::problem::Problem;

/// A scheme whose callers something is done to: see [`IntoScheme::transform`] and
/// [`IntoScheme::privileges`].
#[derive(Debug)]
pub struct Transformed<S> {
    scheme: S,
    amend: Box<dyn Amend>,
}

impl<S> Transformed<S> {
    pub(crate) fn new(scheme: S, amend: impl Amend + 'static) -> Self {
        Self { scheme, amend: Box::new(amend) }
    }
}

impl<S: IntoScheme> IntoScheme for Transformed<S> {
    fn into_scheme(self, setup: &Setup) -> Result<Prepared, Vec<Problem>> {
        Ok(self.scheme.into_scheme(setup)?.amended(self.amend, setup))
    }
}

/// A function that answers at once.
pub(super) struct Function<F>(pub(super) F);

/// A function that takes waiting.
pub(super) struct AsyncFunction<F>(pub(super) F);

impl<F, R> Amend for Function<F>
where
    F: Fn(Principal) -> R + Send + Sync,
    R: Into<Found>,
{
    fn amend<'a>(&'a self, _: &'a Setup, caller: Principal) -> Answer<'a> {
        Answer::Ready((self.0)(caller).into())
    }
}

impl<F, R> Amend for AsyncFunction<F>
where
    F: AsyncFn(Principal) -> R + Send + Sync,
    R: Into<Found>,
{
    fn amend<'a>(&'a self, _: &'a Setup, caller: Principal) -> Answer<'a> {
        Answer::later(async move { (self.0)(caller).await.into() })
    }
}

impl<F> fmt::Debug for Function<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("transform(..)")
    }
}

impl<F> fmt::Debug for AsyncFunction<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("transform_async(..)")
    }
}

impl From<Principal> for Found {
    fn from(caller: Principal) -> Self {
        Self::Caller(caller)
    }
}

/// `None` refuses the caller, whose credentials were there: 401.
impl From<Option<Principal>> for Found {
    fn from(caller: Option<Principal>) -> Self {
        caller.map_or(Self::rejected("the application refuses the caller"), Self::Caller)
    }
}

/// An error means that nobody could be asked: 503.
impl<F: Into<Self>, E: Into<Box<dyn Error + Send + Sync>>> From<Result<F, E>> for Found {
    fn from(found: Result<F, E>) -> Self {
        match found {
            Ok(found) => found.into(),
            Err(error) => Self::Unavailable(error.into()),
        }
    }
}
