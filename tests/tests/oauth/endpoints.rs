//! A server that issues tokens, and that clients may ask about them.

use actix_web::{HttpResponse, web};
use portcullis::{
    Error, Introspection, IntrospectionRequest, Logins, Principal, RevocationRequest,
    TokenResponse, endpoint,
};

#[endpoint(post = "/login/{user}", anonymous)]
async fn login(user: web::Path<String>, logins: Logins) -> Result<TokenResponse, Error> {
    let privileges = |user: portcullis::UserPrivileges| {
        user.role("Reader").scopes(["orders:read", "orders:list"]).claim("tenant", "north")
    };
    logins.issue(user.into_inner(), privileges).await
}

#[endpoint(get = "/me", schemes("jwt"))]
async fn me(caller: Principal) -> String {
    caller.id().to_owned()
}

#[endpoint(post = "/oauth/revoke", schemes("clients"))]
async fn revoke(request: RevocationRequest) -> Result<HttpResponse, Error> {
    request.revoke().await
}

#[endpoint(post = "/oauth/give-up", anonymous)]
async fn give_up(request: RevocationRequest) -> Result<HttpResponse, Error> {
    request.revoke().await
}

#[endpoint(
    post = "/oauth/introspect",
    schemes("clients", "jwt"),
    require(permission("tokens:introspect") || scope("introspect"))
)]
async fn introspect(request: IntrospectionRequest) -> Result<Introspection, Error> {
    request.introspect().await
}

#[endpoint(post = "/oauth/introspect-all", schemes("clients"), permissions("tokens:introspect"))]
async fn introspect_all(request: IntrospectionRequest) -> Result<Introspection, Error> {
    request.claims(["tenant", "roles", "none", "active", "token_type"]).introspect().await
}

#[endpoint(post = "/half-open", put = "/half-open", schemes("clients"), anonymous(POST))]
async fn half_open(request: IntrospectionRequest) -> Result<Introspection, Error> {
    request.introspect().await
}

#[endpoint(get = "/second", schemes("second"))]
async fn second(caller: Principal) -> String {
    caller.id().to_owned()
}

/// Of a server that is nothing but an issuer.
pub(crate) mod issuing {
    use portcullis::endpoint;

    #[endpoint(get = "/health", anonymous)]
    async fn health() -> &'static str {
        "fine"
    }
}
