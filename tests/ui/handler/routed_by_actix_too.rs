use actix_web::{Responder, get};
use portcullis::endpoint;

#[endpoint(get = "/a")]
#[get("/a")]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {
    let _ = actix_web::App::new().service(handler);
}
