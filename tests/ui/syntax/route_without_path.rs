use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get, roles("Admin"))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
