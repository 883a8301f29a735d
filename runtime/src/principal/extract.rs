//! The caller as an argument of a handler. Filled by the gate, never by the client.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use serde::de::DeserializeOwned;

use super::Principal;
use crate::answer::Cause;
use crate::error::Error;
use crate::gate::Entered;

/// The caller's claims as a type of the application: 401 where nobody is calling, 403 where
/// the claims are not a `T`.
///
/// ```
/// use portcullis::{Claims, endpoint};
///
/// #[derive(serde::Deserialize)]
/// struct Employee {
///     #[serde(rename = "EmployeeID")]
///     id: String,
/// }
///
/// #[endpoint(get = "/badge", claims("EmployeeID"))]
/// async fn badge(Claims(employee): Claims<Employee>) -> String {
///     employee.id
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claims<T>(pub T);

impl FromRequest for Principal {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(caller(request, "Principal"))
    }
}

impl<T: DeserializeOwned> FromRequest for Claims<T> {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(caller(request, "Claims").and_then(|caller| {
            let claims = caller.facts().claims.read();
            claims.map(Self).map_err(|_| Error::denied(Cause::Forbidden))
        }))
    }
}

fn caller(request: &HttpRequest, extractor: &str) -> Result<Principal, Error> {
    let entered =
        Entered::of(request).ok_or_else(|| Error::unguarded(extractor, request.path()))?;
    entered.caller.ok_or_else(|| Error::denied(Cause::Unauthenticated))
}
