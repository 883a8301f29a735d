use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a/{id}", get = "/a/{name}")]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
