use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a", require(scheme("jwt") && scheme("cookie")))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
