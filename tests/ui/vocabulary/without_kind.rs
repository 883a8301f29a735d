use portcullis::Vocabulary;

#[derive(Vocabulary)]
enum Role {
    Admin,
}

#[portcullis::endpoint(get = "/a", roles(Role::Admin))]
async fn handler() -> &'static str {
    "hello"
}

fn main() {}
