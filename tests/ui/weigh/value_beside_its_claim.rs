use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a", require(claim("dept") || claim("dept", "eng")))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
