use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a", on(PUT, roles("Editor")))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
