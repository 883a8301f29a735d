use portcullis::{endpoint, group};

group!(pub ADMIN = "/admin", roles("Admin"));
group!(pub REPORTS = "/reports", group = ADMIN);

#[endpoint(get = "/a", group = REPORTS, anonymous)]
async fn report() -> &'static str {
    "hello"
}

#[endpoint(get = "/b", post = "/b", group = ADMIN, anonymous(GET))]
async fn other() -> &'static str {
    "hello"
}

fn main() {}
