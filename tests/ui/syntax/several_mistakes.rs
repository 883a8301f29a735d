use actix_web::{App, Responder};
use portcullis::endpoint;

#[endpoint(pots = "/a", roles("Admin", "Admin") scopes("docs read"), anonymuos(POST))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {
    let _ = App::new().service(handler);
}
