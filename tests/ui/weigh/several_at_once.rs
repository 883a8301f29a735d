use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(
    get = "/a", put = "/a",
    claims("dept"),
    require(role("Admin") || scope("a") && !role("Admin")),
    on(PUT, require(!claim("dept"))),
)]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
