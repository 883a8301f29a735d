use actix_web::{App, Responder};
use portcullis::endpoint;

#[endpoint(get = "/a", roles(ADMIN))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {
    let _ = App::new().service(handler);
}
