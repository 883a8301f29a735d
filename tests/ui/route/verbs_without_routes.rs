use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(verbs(GET, POST))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
