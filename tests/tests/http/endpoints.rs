//! The endpoints that are called. Each says which one it is, and who it was told is calling.

use actix_web::web::{Bytes, Path};
use portcullis::{Principal, Route, endpoint};

fn who(caller: Option<&Principal>) -> &str {
    caller.map_or("nobody", Principal::id)
}

#[endpoint(get = "/open", anonymous)]
async fn open(caller: Option<Principal>) -> String {
    format!("open {}", who(caller.as_ref()))
}

#[endpoint(get = "/any")]
async fn any(caller: Principal) -> String {
    format!("any {}", who(Some(&caller)))
}

#[endpoint(get = "/admin", roles("Admin"))]
async fn admin(caller: Principal) -> String {
    format!("admin {}", who(Some(&caller)))
}

#[endpoint(post = "/both", put = "/both", roles("Admin"), anonymous(POST))]
async fn both(caller: Option<Principal>, route: Route, body: Bytes) -> String {
    format!("{} {} {}", route.verb(), who(caller.as_ref()), body.escape_ascii())
}

#[endpoint(get = "/docs/{id}", scopes("read"))]
async fn docs(caller: Principal, id: Path<String>) -> String {
    format!("docs {} {}", who(Some(&caller)), id.escape_default())
}

/// Shows that a connection is still in step.
#[endpoint(get = "/probe", anonymous)]
async fn probe() -> &'static str {
    "probe"
}
