//! Logins as an argument of a handler.

use std::future::{Ready, ready};
use std::sync::Arc;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};

use super::browser::Browser;
use super::logins::Logins;
use crate::error::Error;
use crate::gate::Entered;

impl FromRequest for Logins {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(match Entered::of(request) {
            Some(entered) => {
                let mut logins = Self::new(Arc::clone(&entered.gate.checkpoint().shared));
                logins.browser = Browser::of(request, &logins.shared);
                Ok(logins)
            }
            None => Err(Error::unguarded("Logins", request.path())),
        })
    }
}
