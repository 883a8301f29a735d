//! What the tests send requests to.

use portcullis::{Principal, SameOrigin, endpoint};

fn name(caller: Option<Principal>) -> String {
    caller.map_or("nobody".to_owned(), |caller| caller.id().to_owned())
}

#[endpoint(
    verbs(GET, POST, PUT, PATCH, DELETE, OPTIONS),
    routes("/guarded"),
    roles("Admin"),
    schemes("cookie", "spelled")
)]
async fn guarded(caller: Principal) -> String {
    name(Some(caller))
}

#[endpoint(
    verbs(GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS),
    routes("/open"),
    anonymous,
    schemes("cookie", "spelled")
)]
async fn open(caller: Option<Principal>) -> String {
    name(caller)
}

#[endpoint(post = "/sign-in", get = "/sign-in", anonymous)]
async fn sign_in(_: SameOrigin) -> &'static str {
    "signed in"
}

#[endpoint(post = "/json", roles("Admin"))]
async fn json(_: actix_web::web::Json<String>) -> &'static str {
    "read"
}
