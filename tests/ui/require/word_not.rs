use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a", require(not role("Admin")))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
