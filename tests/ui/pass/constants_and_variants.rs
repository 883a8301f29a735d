use actix_web::Responder;
use portcullis::endpoint;

mod names {
    pub const WRITE: &str = "docs:write";
    pub const A: &str = "A";
}

struct Holder;

impl Holder {
    const ADMIN: &str = "Admin";
}

#[derive(Clone, Copy)]
enum Role {
    Admin,
    Manager,
}

impl Role {
    const fn as_str(self) -> &'static str {
        match self {
            Role::Admin => "Admin",
            Role::Manager => "Manager",
        }
    }
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
