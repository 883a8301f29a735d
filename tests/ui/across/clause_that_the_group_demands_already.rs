#![deny(deprecated)]

use portcullis::{endpoint, group};

group!(pub ADMIN = "/admin", roles("Admin"));

#[endpoint(get = "/a", group = ADMIN, roles("Admin", "Manager"))]
async fn report() -> &'static str {
    "hello"
}

fn main() {}
