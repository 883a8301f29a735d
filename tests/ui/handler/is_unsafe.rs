use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a")]
async unsafe fn handler() -> impl Responder {
    "hello"
}

fn main() {
    let _ = actix_web::App::new().service(handler);
}
