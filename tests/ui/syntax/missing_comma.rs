use actix_web::{App, Responder};
use portcullis::endpoint;

#[endpoint(get = "/a" roles("Admin"))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {
    let _ = App::new().service(handler);
}
