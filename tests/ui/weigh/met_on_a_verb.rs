use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(
    get = "/a", put = "/a",
    roles_all("Admin"),
    on(PUT, require(role("Admin") || role("Editor"))),
)]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
