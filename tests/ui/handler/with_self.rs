use actix_web::Responder;
use portcullis::endpoint;

struct Handlers;

impl Handlers {
    #[endpoint(get = "/a")]
    async fn handler(&self) -> impl Responder {
        "hello"
    }
}

fn main() {}
