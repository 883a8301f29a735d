use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a", tags(admin))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
