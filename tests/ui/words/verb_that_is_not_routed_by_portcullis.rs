use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(verbs(TRACE), routes("/a"))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
