use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a", schemes("jwt", "key"), require(!scheme("jwt") && !scheme("key")))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
