use portcullis::{Principal, endpoint};

async fn owns(caller: Principal) -> bool {
    caller.has_role("Owner")
}

#[endpoint(post = "/a", authorize(owns))]
async fn report() -> &'static str {
    "hello"
}

fn main() {}
