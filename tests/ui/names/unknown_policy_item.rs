use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a", policies(ManagersOnly))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
