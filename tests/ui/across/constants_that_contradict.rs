use portcullis::endpoint;

const ADMIN: &str = "Admin";

#[endpoint(get = "/a", roles_all(ADMIN), require(!role("Admin") || role("Owner") && !role(ADMIN)))]
async fn report() -> &'static str {
    "hello"
}

fn main() {}
