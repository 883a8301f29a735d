use actix_web::Responder;
use portcullis::{Vocabulary, endpoint};

mod names {
    pub const WRITE: &str = "docs:write";
    pub const A: &str = "A";
}

struct Holder;

impl Holder {
    const ADMIN: &str = "Administrator";
}

#[derive(Vocabulary)]
#[vocabulary(role)]
enum Role {
    Admin,
    Manager,
}

#[endpoint(
    get = "/a",
    roles(Role::Admin, Role::Manager, Holder::ADMIN, names::A),
    permissions(names::WRITE),
    require(role(Role::Admin) || !claim(names::A, "y")),
    claims_all(names::A = "x"),
)]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
