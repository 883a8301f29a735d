use actix_web::Responder;
use portcullis::{CurrentUser, endpoint};

struct User;

#[endpoint(get = "/me")]
async fn me(_: CurrentUser<User>) -> impl Responder {
    "hello"
}

fn main() {}
