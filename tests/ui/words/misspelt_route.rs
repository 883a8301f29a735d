use actix_web::{App, Responder};
use portcullis::endpoint;

#[endpoint(pots = "/a", anonymous(POST))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {
    let _ = App::new().service(handler);
}
