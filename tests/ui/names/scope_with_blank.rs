use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a", scopes("docs.read docs.write"))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
