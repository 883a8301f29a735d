use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a", roles("Admin"), anonymous(HEAD))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
