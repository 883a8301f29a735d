use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a", require(role("Admin") && !role("Admin")))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
