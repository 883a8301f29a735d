use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a", schemes("jwt", "cookie"), require(scheme("jwt")))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
