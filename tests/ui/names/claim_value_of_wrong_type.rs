use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a", claims("level" = 1.5))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
