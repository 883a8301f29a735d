use portcullis::{Vocabulary, endpoint};

#[derive(Vocabulary)]
#[vocabulary(role)]
enum Role {
    Admin,
    Manager,
}

#[endpoint(get = "/a", roles(Role::Manger))]
async fn handler() -> &'static str {
    "hello"
}

fn main() {}
