use portcullis::{endpoint, group};

group!(pub ADMIN = "/admin", schemes("cookie"));

#[endpoint(get = "/a", group = ADMIN, schemes("jwt", "key"))]
async fn report() -> &'static str {
    "hello"
}

fn main() {}
