use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a", verbs(POST), routes("/b"))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
