use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a", permissions("read", ""))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
