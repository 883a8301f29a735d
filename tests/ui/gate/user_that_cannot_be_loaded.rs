use portcullis::{CurrentUser, endpoint};

struct User;

#[endpoint(get = "/me")]
async fn me(_: CurrentUser<User>) -> &'static str {
    "hello"
}

fn main() {}
