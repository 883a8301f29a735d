//! The way in: extractors, then the handler. Thin, since it is compiled once per endpoint.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::{Payload, ServiceResponse};
use actix_web::{FromRequest, Handler, HttpRequest, HttpResponse, Responder};

use crate::decision::Granted;
use crate::error::Error;
use crate::user::Withheld;

/// A handler at work.
pub type Entering = Pin<Box<dyn Future<Output = ServiceResponse>>>;

/// Runs the extractors of a handler, and the handler if they succeed. Takes the proof that
/// the caller was let in.
pub fn enter<H, Args>(
    handler: H,
    granted: Granted,
    request: HttpRequest,
    mut payload: Payload,
) -> Entering
where
    H: Handler<Args>,
    Args: FromRequest,
    H::Output: Responder,
{
    let _proof = granted;
    Box::pin(async move {
        let arguments = Args::from_request(&request, &mut payload).await;
        let response = match (arguments, Withheld::by_extractor(&request)) {
            (_, Some(withheld)) => HttpResponse::from_error(Error::refused(withheld)),
            (Err(error), None) => HttpResponse::from_error(error),
            (Ok(arguments), None) => {
                handler.call(arguments).await.respond_to(&request).map_into_boxed_body()
            }
        };
        ServiceResponse::new(request, response)
    })
}
