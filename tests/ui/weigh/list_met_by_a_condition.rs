use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(
    get = "/a",
    roles("Admin", "Manager"),
    require(role("Admin") && permission("docs:write")),
)]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
