use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a", post = "/a", get = "/a")]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
