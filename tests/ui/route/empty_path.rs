use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "")]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
