use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(
    get = "/a",
    anonymous(GET),
    roles("Admin"),
    require(!role("Admin")),
)]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
