use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a", on(GET, roles("Editor")), on(GET, scopes("docs.read")))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
