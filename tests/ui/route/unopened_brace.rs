use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a/id}")]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
