use portcullis::{Vocabulary, endpoint};

#[derive(Vocabulary)]
#[vocabulary(role)]
enum Role {
    Admin,
}

#[derive(Vocabulary)]
#[vocabulary(permission)]
enum Permission {
    Write,
}

#[endpoint(get = "/a", roles(Role::Admin, Permission::Write))]
async fn handler() -> &'static str {
    "hello"
}

fn main() {}
