//! The revocations as an argument of a handler.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};

use super::Revocations;
use crate::error::Error;
use crate::gate::Entered;

impl FromRequest for Revocations {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(match Entered::of(request) {
            Some(entered) => {
                entered.gate.checkpoint().shared.revocations.clone().ok_or_else(|| {
                    Error::internal("a handler takes `Revocations`, and the set-up has none")
                })
            }
            None => Err(Error::unguarded("Revocations", request.path())),
        })
    }
}
