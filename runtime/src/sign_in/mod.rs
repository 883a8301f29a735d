//! Where somebody who has no session is sent to get one, and back. Decides nothing: whoever is
//! sent there was denied.
//!
//! denial → `page` (the way there, with the path to return to) → `return_to` (the way back)

mod local_path;
mod page;
mod return_to;

use std::sync::Arc;

use actix_web::HttpRequest;
use actix_web::http::Method;
use actix_web::http::header::HeaderValue;

pub use local_path::local_path;
pub(crate) use page::SignInPage;
pub use return_to::ReturnTo;

use crate::answer::{Cause, Denial};
use crate::scheme::Registered;

/// Where to send a browser that is on its way to a page, instead of telling it 401: to the first
/// sign-in page of the schemes that the endpoint accepts.
pub(crate) fn location(
    denial: &Denial,
    request: &HttpRequest,
    schemes: &[Arc<Registered>],
) -> Option<HeaderValue> {
    let page = schemes.iter().find_map(|scheme| scheme.sign_in_page.as_ref())?;
    let unknown = matches!(denial.cause, Cause::Unauthenticated | Cause::Rejected);
    // A handler that has something to tell is heard.
    let wanted = unknown && denial.detail.is_none() && is_navigation(request);
    if wanted { page.location(request) } else { None }
}

/// Whether a browser will show the answer as a page (Fetch Metadata §2.2).
fn is_navigation(request: &HttpRequest) -> bool {
    let mut modes = request.headers().get_all("sec-fetch-mode");
    let mode = modes.next().filter(|_| modes.next().is_none());
    request.method() == Method::GET && mode.is_some_and(|mode| mode == "navigate")
}
