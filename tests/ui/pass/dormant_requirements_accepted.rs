#![deny(deprecated)]

use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(post = "/api/restricted", roles("Admin"), anonymous(POST), accept(dormant))]
async fn restricted() -> impl Responder {
    "hello"
}

fn main() {}
