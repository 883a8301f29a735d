use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(
    get = "/a",
    permissions_all("docs:read", "docs:list"),
    require(permission("docs:read") && !claim("suspended")),
)]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
