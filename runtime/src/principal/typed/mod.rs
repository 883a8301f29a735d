//! Callers as types of the application: what `#[derive(FromPrincipal)]` expands to.

mod claim;

use std::any::TypeId;
use std::fmt;
use std::future::{Ready, ready};
use std::str::FromStr;

use actix_web::HttpRequest;

use super::Claims;
// The derive macro names it here.
pub use super::Principal;
use crate::answer::{Cause, Denial};
use crate::contain::contained;
use crate::error::Error;
use crate::gate::Entered;
use crate::vocabulary::Kind;
use serde::de::DeserializeOwned;

pub use claim::{claim, claim_or};

/// A type that is made of a verified caller, and of nothing else.
///
/// Derive it with [`#[derive(FromPrincipal)]`](derive@crate::FromPrincipal), which makes the type
/// an argument of handlers too.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be made of a caller",
    label = "not made of a caller",
    note = "derive `portcullis::FromPrincipal` for it"
)]
pub trait FromPrincipal: Sized {
    /// Reads it from a caller.
    ///
    /// # Errors
    ///
    /// If the caller does not have what it takes: 403.
    fn from_principal(caller: &Principal) -> Result<Self, Mismatch>;
}

/// The caller does not have what a type takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mismatch {
    field: &'static str,
}

impl Mismatch {
    /// For the field that cannot be filled. Callers are told of it only with
    /// [`Builder::explain_denials`](crate::Builder::explain_denials).
    #[must_use]
    pub const fn new(field: &'static str) -> Self {
        Self { field }
    }
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the caller has nothing for the field `{}`", self.field)
    }
}

impl std::error::Error for Mismatch {}

impl FromPrincipal for Principal {
    fn from_principal(caller: &Principal) -> Result<Self, Mismatch> {
        Ok(caller.clone())
    }
}

impl<T: DeserializeOwned> FromPrincipal for Claims<T> {
    fn from_principal(caller: &Principal) -> Result<Self, Mismatch> {
        caller.facts().claims.read().map(Self).map_err(|_| Mismatch::new("claims"))
    }
}

/// A type that derives [`FromPrincipal`], and the names that it asks for: constant data.
#[derive(Debug)]
pub struct Typed {
    /// The type as an argument of a handler, and in an `Option`.
    pub arguments: &'static [TypeId],
    /// What it is called.
    pub name: &'static str,
    /// The source file.
    pub file: &'static str,
    /// The line, from 1.
    pub line: u32,
    /// Names of roles, permissions, scopes and claims.
    pub names: &'static [(Kind, &'static str)],
}

/// A field with `#[permission(…)]`, `#[role(…)]` or `#[scope(…)]`.
#[diagnostic::on_unimplemented(
    message = "whether a caller has a role, permission or scope is a `bool`",
    label = "must be `bool`"
)]
pub trait Flag {
    /// What the field is.
    fn of(has: bool) -> Self;
}

impl Flag for bool {
    fn of(has: bool) -> Self {
        has
    }
}

/// A field with `#[id]` or `#[issuer]`, read from its text.
///
/// # Errors
///
/// If the text is no `T`.
pub fn parsed<T: FromStr>(text: &str, field: &'static str) -> Result<T, Mismatch> {
    text.parse().map_err(|_| Mismatch::new(field))
}

/// The type as an argument of a handler. Looks at the caller alone.
pub fn extract<T: FromPrincipal>(
    request: &HttpRequest,
    name: &'static str,
) -> Ready<Result<T, actix_web::Error>> {
    ready(extracted(request, name).map_err(Into::into))
}

fn extracted<T: FromPrincipal>(request: &HttpRequest, name: &'static str) -> Result<T, Error> {
    let entered = Entered::of(request).ok_or_else(|| Error::unguarded(name, request.path()))?;
    let caller = entered.caller.ok_or_else(|| Error::denied(Cause::Unauthenticated))?;
    let made = contained(name, || T::from_principal(&caller));
    let failed = || Denial::new(Cause::Failed).because("reading the caller panicked");
    made.ok_or_else(|| Error::refused(failed()))?.map_err(|mismatch| {
        let denial = Denial::new(Cause::Forbidden).because("the caller is not what is taken");
        let mut denial = denial.explained(format!("`{name}`: {mismatch}"));
        denial.scheme = entered.gate.checkpoint().position_of(&caller);
        Error::refused(denial)
    })
}
