use actix_web::Responder;
use portcullis::endpoint;

enum Role {
    Admin,
}

#[endpoint(get = "/a", roles(Role::Admin))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
