use portcullis::{Vocabulary, endpoint};

#[derive(Vocabulary)]
#[vocabulary(role)]
enum Role {
    Admin,
}

#[endpoint(get = "/a", require(role(Role::Admin) || claim(Role::Admin, "x")))]
async fn handler() -> &'static str {
    "hello"
}

fn main() {}
