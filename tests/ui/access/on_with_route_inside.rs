use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a", on(GET, roles("Editor"), post = "/b"))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
