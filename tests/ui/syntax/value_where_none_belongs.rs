use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a", manual = true)]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
