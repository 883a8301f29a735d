use portcullis::{endpoint, group};

group!(ADMIN = "/admin", roles("Admin"));

#[endpoint(get = "/a", group = ADMlN)]
async fn report() -> &'static str {
    "hello"
}

fn main() {}
