use portcullis::{endpoint, group, policy};

policy!(ManagersOnly = role("Manager"));
group!(ADMIN = "/admin", roles("Admin"));

#[endpoint(get = "/a", group = ManagersOnly, policies(ADMIN))]
async fn report() -> &'static str {
    "hello"
}

fn main() {}
