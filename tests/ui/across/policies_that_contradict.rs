use portcullis::{endpoint, policy};

policy! {
    Maker = role("Maker") && !role("Checker");
    Checker = role("Checker") && !role("Maker")
}

#[endpoint(get = "/a", policies(Maker), require(policy(Checker)))]
async fn payments() -> &'static str {
    "hello"
}

#[endpoint(get = "/b", require(policy(Maker)), permissions("pay"), on(GET, policies(Checker)))]
async fn payouts() -> &'static str {
    "hello"
}

fn main() {}
