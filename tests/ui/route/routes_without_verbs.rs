use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(routes("/a", "/b"))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
