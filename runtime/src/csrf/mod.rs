//! Whether a request that changes something comes from a page of the application, or from a
//! stranger's page that borrows the caller's cookies: cross-site request forgery.
//!
//! request → `signals` (what browsers say) → `judge` (pure, by the `Csrf` of the set-up)

mod authority;
mod config;
mod extract;
mod judge;
mod origin;
mod refused;
mod signals;

use actix_web::HttpRequest;
use actix_web::http::header::UPGRADE;

pub use config::Csrf;
pub use extract::SameOrigin;
#[cfg(all(feature = "oauth", feature = "_jwt"))]
pub(crate) use origin::Origin;
pub(crate) use refused::Refused;

use crate::gate::Entered;
use crate::verb::Verb;
use signals::Signals;

/// Judges a request for an endpoint that lets everyone in and yet hands out what browsers send
/// unasked, such as sign-in and refresh by cookie. Where the verb is safe nothing is asked.
///
/// # Errors
///
/// Why the request may be forged.
pub(crate) fn check(request: &HttpRequest, csrf: &Csrf) -> Result<(), Refused> {
    let routed = Entered::of(request).map(|entered| entered.gate.checkpoint().verb);
    check_verb(routed.or_else(|| Verb::of(request.method())), request, csrf)
}

/// Judges a request on the verb that it was routed on; `None` is one that no endpoint knows.
///
/// # Errors
///
/// Why the request may be forged.
pub(crate) fn check_verb(
    verb: Option<Verb>,
    request: &HttpRequest,
    csrf: &Csrf,
) -> Result<(), Refused> {
    if is_safe(verb, request) { Ok(()) } else { judge::judge(&Signals::of(request), csrf) }
}

/// Whether a request can change nothing (RFC 9110 §9.2.1). One that opens a WebSocket can: the
/// connection carries the caller's cookies, and a page of any origin may open it (RFC 6455
/// §10.2). The `HEAD` of a `get` counts as that `GET`.
fn is_safe(verb: Option<Verb>, request: &HttpRequest) -> bool {
    match verb {
        Some(Verb::Get) => !opens_websocket(request),
        Some(Verb::Head | Verb::Options) => true,
        Some(Verb::Post | Verb::Put | Verb::Patch | Verb::Delete) | None => false,
    }
}

/// `Upgrade` is a list of protocols, each with or without a version (RFC 9110 §7.8).
fn opens_websocket(request: &HttpRequest) -> bool {
    let protocols = request.headers().get_all(UPGRADE);
    protocols.flat_map(|value| value.as_bytes().split(|byte| *byte == b',')).any(|protocol| {
        let name = protocol.split(|byte| *byte == b'/').next().unwrap_or_default();
        name.trim_ascii().eq_ignore_ascii_case(b"websocket")
    })
}
