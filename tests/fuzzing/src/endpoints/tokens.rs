//! Endpoints for tokens: one for each scheme, which spells its caller; one with demands; one that
//! is open.

use actix_web::Responder;
use portcullis::{Principal, endpoint};
use serde_json::json;

#[endpoint(get = "/plain", schemes("plain"))]
async fn plain(caller: Principal) -> impl Responder {
    spelled(&caller)
}

#[endpoint(get = "/strict", schemes("strict"))]
async fn strict(caller: Principal) -> impl Responder {
    spelled(&caller)
}

#[endpoint(get = "/edge", schemes("edge"))]
async fn edge(caller: Principal) -> impl Responder {
    spelled(&caller)
}

#[endpoint(get = "/renamed", schemes("renamed"))]
async fn renamed(caller: Principal) -> impl Responder {
    spelled(&caller)
}

#[endpoint(
    get = "/demanding",
    schemes("plain"),
    roles("Admin", "Editor"),
    permissions_all("A", "B"),
    require(scope("read") && !claim("suspended") || claim("dept", "eng")),
)]
async fn demanding(caller: Principal) -> impl Responder {
    spelled(&caller)
}

#[endpoint(get = "/open", schemes("plain"), anonymous)]
async fn open(caller: Option<Principal>) -> impl Responder {
    caller.as_ref().map_or_else(|| "nobody".to_owned(), spelled)
}

/// A caller as JSON, names sorted.
fn spelled(caller: &Principal) -> String {
    let sorted = |mut names: Vec<String>| {
        names.sort();
        names
    };
    json!({
        "id": caller.id(),
        "issuer": caller.issued_by(),
        "roles": sorted(caller.roles().map(ToOwned::to_owned).collect()),
        "permissions": sorted(caller.permissions().map(ToOwned::to_owned).collect()),
        "scopes": sorted(caller.scopes().map(ToOwned::to_owned).collect()),
    })
    .to_string()
}
