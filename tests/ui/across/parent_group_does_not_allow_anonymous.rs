use portcullis::{endpoint, group};

group!(pub ADMIN = "/admin", roles("Admin"));
group!(pub OPEN = "/open", group = ADMIN, permissions("read"), allow_anonymous);

#[endpoint(get = "/a", group = OPEN, anonymous)]
async fn report() -> &'static str {
    "hello"
}

fn main() {}
