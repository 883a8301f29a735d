use portcullis::endpoint;

enum Role {
    Admin,
}

#[endpoint(get = "/a", roles(Role::Admin))]
async fn handler() -> &'static str {
    "hello"
}

fn main() {}
