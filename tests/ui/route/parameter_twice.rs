use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a/{id}/b/{id}")]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
