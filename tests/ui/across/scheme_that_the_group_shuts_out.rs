use portcullis::{endpoint, group};

group!(pub ADMIN = "/admin", require(scheme("cookie") || role("Admin") && !scheme("jwt")));

#[endpoint(get = "/a", group = ADMIN, schemes("jwt", "cookie"))]
async fn report() -> &'static str {
    "hello"
}

fn main() {}
