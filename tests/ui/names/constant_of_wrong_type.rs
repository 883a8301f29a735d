use actix_web::Responder;
use portcullis::endpoint;

const ADMIN: u8 = 1;

#[endpoint(get = "/a", roles(ADMIN))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
