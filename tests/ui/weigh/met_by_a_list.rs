use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a", roles("Admin"), require(role("Admin") || role("Manager")))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
