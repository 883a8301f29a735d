use portcullis::{Denied, Principal, endpoint};

async fn owns(caller: Principal) -> Result<Option<u8>, Denied> {
    Ok(caller.has_role("Owner").then_some(1))
}

#[endpoint(post = "/a", authorize(owns))]
async fn report() -> &'static str {
    "hello"
}

fn main() {}
