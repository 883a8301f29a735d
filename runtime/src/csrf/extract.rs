//! The check as an argument of a handler.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};

use super::check;
use crate::error::Error;
use crate::gate::Entered;

/// Proof that a page of the application has sent the request, as [`Csrf`](crate::Csrf) says;
/// 403 where it may be forged. For endpoints that let everyone in and yet act for whoever has
/// the browser, such as those for signing in: there no scheme has found a caller, and the guard
/// does not check. On a safe verb there is nothing to prove.
///
/// ```
/// use actix_web::{HttpResponse, cookie::Cookie};
/// use portcullis::{SameOrigin, endpoint};
///
/// #[endpoint(post = "/sign-in", anonymous)]
/// async fn sign_in(_: SameOrigin) -> HttpResponse {
///     let cookie = Cookie::build("__Host-id", "…").secure(true).http_only(true).path("/");
///     HttpResponse::NoContent().cookie(cookie.finish()).finish()
/// }
/// ```
#[derive(Clone, Copy, Debug)]
pub struct SameOrigin(());

impl FromRequest for SameOrigin {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(match Entered::of(request) {
            None => Err(Error::unguarded("SameOrigin", request.path())),
            Some(entered) => {
                let checked = check(request, &entered.gate.checkpoint().shared.csrf);
                checked.map(|()| Self(())).map_err(|refused| Error::refused(refused.denial()))
            }
        })
    }
}
