use actix_web::Responder;
use portcullis::endpoint;

const ADMIN: &str = "Admin";

#[endpoint(get = "/a", roles(ADMIN), require(!role(ADMIN)))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
