use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(
    get = "/a", put = "/a",
    roles("Admin", "Editor"),
    on(GET, roles("Editor")),
    on(PUT, require(role("Admin") && scope("a"))),
)]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
