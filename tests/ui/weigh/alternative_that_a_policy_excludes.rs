use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(
    get = "/a",
    policies("Staff"),
    require(role("Admin") || !policy("Staff") && scope("a")),
)]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
