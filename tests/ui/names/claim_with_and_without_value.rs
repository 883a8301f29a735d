use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a", claims("dept", "dept" = "eng"))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
