use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a", roles("Admin", "Guest"), require(!role("Guest")))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
