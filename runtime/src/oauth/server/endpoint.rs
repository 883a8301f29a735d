//! The endpoint that serves the metadata.

use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpRequest, HttpResponse};

use crate::endpoint::{About, Endpoint};
use crate::error::Error;
use crate::gate::{Entered, enter};
use crate::verb::Verb;

/// They change with the program alone.
const CACHED: &str = "public, max-age=300";

/// As `#[endpoint(get = "/.well-known/oauth-authorization-server", anonymous)]` would write it;
/// the macro's linked list cannot be used inside the crate that declares it.
pub(crate) static ENDPOINT: Endpoint = Endpoint {
    handler: "authorization_server",
    module: module_path!(),
    file: file!(),
    line: line!(),
    group: None,
    routes: &[(Verb::Get, "/.well-known/oauth-authorization-server")],
    anonymous: &[Verb::Get],
    rules: &[],
    on: &[],
    checks: &[],
    schemes: &[],
    manual: false,
    accept: &[],
    about: About {
        name: "authorization_server",
        summary: Some("What OAuth clients need to know of this server"),
        description: None,
        tags: &[],
    },
    arguments: &[],
    enter: |granted, request, payload| enter(metadata, granted, request, payload),
    wrap: None,
};

async fn metadata(request: HttpRequest) -> Result<HttpResponse, Error> {
    let entered = Entered::of(&request);
    let entered = entered.ok_or_else(|| Error::unguarded("AuthorizationServer", request.path()))?;
    let metadata = entered.gate.checkpoint().shared.metadata.clone();
    let metadata = metadata.ok_or_else(|| Error::internal("there are no metadata"))?;
    // RFC 8414 §3.2
    let mut response = HttpResponse::Ok();
    response.content_type("application/json").insert_header((CACHE_CONTROL, CACHED));
    Ok(response.body(metadata))
}
