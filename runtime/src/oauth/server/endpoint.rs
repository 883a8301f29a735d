//! The endpoint that serves the metadata.

use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpRequest, HttpResponse};

use crate::endpoint::{BuiltIn, Endpoint};
use crate::error::Error;
use crate::gate::{Entered, enter};
use crate::verb::Verb;

/// They change with the program alone.
const CACHED: &str = "public, max-age=300";

pub(crate) static ENDPOINT: Endpoint = Endpoint::built_in(BuiltIn {
    module: module_path!(),
    name: "authorization_server",
    verb: &[Verb::Get],
    routes: &[(Verb::Get, "/.well-known/oauth-authorization-server")],
    summary: "What OAuth clients need to know of this server",
    enter: |granted, request, payload| enter(metadata, granted, request, payload),
});

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
