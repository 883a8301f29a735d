use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a", anonymous())]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
