use portcullis::{endpoint, group};

group!(pub OPEN = "/open", roles("Admin"), anonymous);
group!(pub ALSO = "/open", get = "/a", on(GET, roles("Admin")), manual, name = "also");

#[endpoint(get = "/a", group = OPEN, anonymous)]
async fn not_an_echo() -> &'static str {
    "hello"
}

fn main() {}
