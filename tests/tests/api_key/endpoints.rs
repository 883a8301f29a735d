//! What is asked for.

use actix_web::web;
use portcullis::{ApiKeys, Error, NewApiKey, Principal, endpoint};

#[endpoint(get = "/me")]
async fn me(caller: Principal) -> String {
    let key: String = caller.claim_as("api_key_id").unwrap_or_default();
    format!("{} {key} {}", caller.id(), caller.issued_by())
}

#[endpoint(get = "/open", anonymous)]
async fn open(caller: Option<Principal>) -> String {
    caller.map_or("nobody".to_owned(), |caller| caller.id().to_owned())
}

#[endpoint(get = "/admin", roles("Admin"), permissions("docs:write"))]
async fn admin() -> &'static str {
    "admin"
}

#[endpoint(get = "/docs", scopes("docs:read"))]
async fn docs() -> &'static str {
    "docs"
}

/// As an application would offer it: everyone issues and revokes their own.
#[endpoint(post = "/keys")]
async fn issue(caller: Principal, keys: web::Data<ApiKeys>) -> Result<String, Error> {
    let key = keys.issue(NewApiKey::of(caller.id())).await?;
    Ok(key.expose().to_owned())
}

#[endpoint(delete = "/keys/{id}")]
async fn revoke(
    caller: Principal,
    id: web::Path<String>,
    keys: web::Data<ApiKeys>,
) -> Result<String, Error> {
    Ok(keys.revoke(caller.id(), &id).await?.to_string())
}
