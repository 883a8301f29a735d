use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a/{}")]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
