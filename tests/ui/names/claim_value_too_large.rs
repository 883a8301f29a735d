use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a", claims("level" = 9223372036854775808))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
