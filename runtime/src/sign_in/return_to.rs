//! The way back from the sign-in page, as an argument of its handlers.

use std::convert::Infallible;
use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::http::header::{CACHE_CONTROL, LOCATION};
use actix_web::{FromRequest, HttpRequest, HttpResponse};

use super::local_path;
use super::page::RETURN_TO;

/// Where to go after signing in: the parameter `return_to` of the query, if it is there once and
/// is a path on this server. A link to the sign-in page can be written by anybody; what it says
/// of other servers is not told to the handler.
///
/// ```
/// use actix_web::HttpResponse;
/// use portcullis::{ReturnTo, SameOrigin, endpoint};
///
/// #[endpoint(post = "/sign-in", anonymous)]
/// async fn sign_in(_: SameOrigin, return_to: ReturnTo) -> HttpResponse {
///     // … check the password, set the cookie …
///     return_to.redirect("/home")
/// }
/// ```
///
/// A form that posts to the address of the page, query included (`<form method="post">`), brings
/// the parameter along. Sent in a hidden field instead, it is for [`local_path`] to judge again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReturnTo(Option<String>);

impl ReturnTo {
    /// The path, with its query.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        self.0.as_deref()
    }

    /// A redirect there, or to this path where there is nowhere to return to: 303, which the
    /// browser follows with `GET`. For an application's own constant: `home` is not looked at.
    #[must_use]
    pub fn redirect(&self, home: &str) -> HttpResponse {
        HttpResponse::SeeOther()
            .insert_header((LOCATION, self.path().unwrap_or(home)))
            .insert_header((CACHE_CONTROL, "no-store"))
            .finish()
    }

    fn read(query: &str) -> Option<String> {
        let mut values = form_urlencoded::parse(query.as_bytes());
        let mut values = values.by_ref().filter(|(name, _)| name == RETURN_TO);
        match (values.next(), values.next()) {
            (Some((_, path)), None) => local_path(&path).map(ToOwned::to_owned),
            _ => None,
        }
    }
}

impl FromRequest for ReturnTo {
    type Error = Infallible;
    type Future = Ready<Result<Self, Infallible>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Self(Self::read(request.query_string()))))
    }
}
