use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(post = "/a", put = "/a", anonymous(POST, POST))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
