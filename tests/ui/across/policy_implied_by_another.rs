#![deny(deprecated)]

use portcullis::{endpoint, policy};

policy! {
    Staff = role("Manager") || role("Clerk");
    ManagersOnly = role("Manager") && claim("ManagerID")
}

#[endpoint(get = "/a", policies(ManagersOnly), require(policy(Staff)))]
async fn report() -> &'static str {
    "hello"
}

fn main() {}
