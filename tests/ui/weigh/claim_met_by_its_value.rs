use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a", claims("dept" = "eng"), claims_all("dept"))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
