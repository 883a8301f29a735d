use portcullis::endpoint;

const ADMIN: &str = "Admin";

#[endpoint(get = "/a", roles_all(ADMIN), require(!role("Admin")))]
async fn report() -> &'static str {
    "hello"
}

fn main() {}
