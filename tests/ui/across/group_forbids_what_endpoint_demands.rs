use portcullis::{endpoint, group};

group!(pub STAFF = "/staff", require(!role("Guest")));

#[endpoint(get = "/a", group = STAFF, roles("Guest"))]
async fn lounge() -> &'static str {
    "hello"
}

fn main() {}
