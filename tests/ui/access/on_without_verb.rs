use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a", on(roles("Editor")))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
