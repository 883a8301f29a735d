//! The endpoint that serves the public keys.

use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpRequest, HttpResponse};

use super::KeySet;
use crate::endpoint::{BuiltIn, Endpoint};
use crate::error::Error;
use crate::gate::{Entered, enter};
use crate::verb::Verb;

/// Where key sets are by custom; the metadata of an OpenID provider may name any other path.
pub(crate) const PATH: &str = "/.well-known/jwks.json";

/// For as long others may go on with what they have read: a new key should be there for longer
/// before it signs, and one that was retired at once may verify elsewhere for that long.
const CACHED: &str = "public, max-age=300";

pub(crate) static ENDPOINT: Endpoint = Endpoint::built_in(BuiltIn {
    module: module_path!(),
    name: "key_set",
    verb: &[Verb::Get],
    routes: &[(Verb::Get, PATH)],
    summary: "The public keys of this server, as a JWK Set",
    enter: |granted, request, payload| enter(key_set, granted, request, payload),
});

async fn key_set(request: HttpRequest) -> Result<HttpResponse, Error> {
    let entered = Entered::of(&request);
    let entered = entered.ok_or_else(|| Error::unguarded("KeySet", request.path()))?;
    let keys = KeySet::of_schemes(&entered.gate.checkpoint().shared.schemes);
    let body = serde_json::to_string(&keys)
        .map_err(|error| Error::caused_by("the keys were not written", error))?;
    // RFC 7517 §8.5.2
    let mut response = HttpResponse::Ok();
    response.content_type("application/jwk-set+json").insert_header((CACHE_CONTROL, CACHED));
    Ok(response.body(body))
}
