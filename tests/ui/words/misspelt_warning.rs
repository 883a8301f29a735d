use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(post = "/a", roles("Admin"), anonymous(POST), accept(dorment))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
