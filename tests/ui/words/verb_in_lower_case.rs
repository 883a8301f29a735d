use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(post = "/a", anonymous(post))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
