use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a", put = "/a", on(GET, PUT, roles("Editor")))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
