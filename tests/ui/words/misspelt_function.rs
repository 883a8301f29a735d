use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a", require(roles("Admin") || permision("write")))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
