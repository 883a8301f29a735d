use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a", wrap(actix_web::middleware::Logger::default()))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
