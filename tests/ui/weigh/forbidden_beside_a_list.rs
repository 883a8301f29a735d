use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a", roles_all("Admin", "Editor"), require(!role("Admin")))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
