use actix_web::{App, Responder};
use portcullis::endpoint;

#[endpoint(get = "/a", put = "/a", roles("Admin"), anonymous(POST))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {
    let _ = App::new().service(handler);
}
