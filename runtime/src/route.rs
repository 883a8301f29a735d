//! Which endpoint is running, as an argument of its handler.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};

use crate::error::Error;
use crate::gate::{Entered, Gate};
use crate::verb::Verb;

/// The endpoint that is running, its route and its verb.
#[derive(Clone, Debug)]
pub struct Route(Gate);

impl Route {
    /// The module of the handler and the handler: `app::admin::restricted`.
    #[must_use]
    pub fn endpoint(&self) -> String {
        self.0.checkpoint().endpoint.full_name()
    }

    /// The path as it is written at the endpoint, `/docs/{id}`; without the prefix of a scope
    /// that the endpoint was mounted in by hand.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.0.checkpoint().path
    }

    /// The verb that was judged: `GET` for a `HEAD` that no `head` was written for.
    #[must_use]
    pub fn verb(&self) -> Verb {
        self.0.checkpoint().verb
    }
}

impl FromRequest for Route {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let entered = Entered::of(request);
        ready(match entered {
            Some(entered) => Ok(Self((*entered.gate).clone())),
            None => Err(Error::unguarded("Route", request.path())),
        })
    }
}
