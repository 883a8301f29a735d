//! What OAuth clients and servers ask about tokens. Their policies stand above them, as everywhere.

use actix_web::HttpResponse;
use portcullis::{Error, Introspection, IntrospectionRequest, RevocationRequest, endpoint};

// Programs in a browser or on a phone keep no secrets: whoever has a token may give it up.
#[endpoint(post = "/oauth/revoke", anonymous)]
async fn revoke(request: RevocationRequest) -> Result<HttpResponse, Error> {
    request.revoke().await
}

#[endpoint(post = "/oauth/introspect", schemes("clients"), permissions("tokens:introspect"))]
async fn introspect(request: IntrospectionRequest) -> Result<Introspection, Error> {
    request.claims(["roles", "permissions"]).introspect().await
}
