use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a", roles = "Admin")]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
