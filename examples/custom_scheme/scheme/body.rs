//! The body that was signed.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::web::Bytes;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use portcullis::Error;

use super::message::content_digest;

/// The `Content-Digest` of a request whose signature held, as the scheme leaves it behind.
pub(super) struct SignedDigest(pub(super) String);

/// A body whose digest was signed. A scheme sees only the head of a request, and so a handler
/// that reads the body without this does not know whose it is.
pub(crate) struct SignedBody(pub(crate) Bytes);

impl FromRequest for SignedBody {
    type Error = actix_web::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Self::Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let signed = request.extensions().get::<SignedDigest>().map(|digest| digest.0.clone());
        let body = Bytes::from_request(request, payload);
        Box::pin(async move {
            // Whoever came by another scheme has signed nothing.
            let signed =
                signed.ok_or_else(|| Error::invalid_credentials("the body is not signed"))?;
            let body = body.await?;
            if content_digest(&body) != signed {
                return Err(
                    Error::invalid_credentials("this is not the body that was signed").into()
                );
            }
            Ok(Self(body))
        })
    }
}
