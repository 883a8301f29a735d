use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a", schemes("jwt", "cookie"), require(scheme("jvt") || role("Admin")))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
