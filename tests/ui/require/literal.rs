use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a", require(true))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
