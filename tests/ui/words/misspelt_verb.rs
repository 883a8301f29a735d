use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(post = "/a", anonymous(PSOT))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
