use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a", permissions("read", "write"), permissions_all("write"))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
