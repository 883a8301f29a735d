use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a", roles_all("Admin"), on(GET, roles("Admin", "Editor")))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
