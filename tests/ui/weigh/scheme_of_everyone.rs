use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a", schemes("jwt"), require(scheme("jwt")))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
