use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(verbs("POST"), routes("/a"))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
