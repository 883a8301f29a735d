use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(
    get = "/a", delete = "/a",
    roles_all("Admin"),
    on(DELETE, permissions("docs:delete"), require(!role("Admin"))),
)]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
