use portcullis::{Denied, Principal, endpoint};

async fn owns(caller: Principal) -> Result<bool, Denied> {
    Ok(caller.has_role("Owner"))
}

#[endpoint(post = "/a", authorize(owns))]
async fn report() -> &'static str {
    "hello"
}

fn main() {}
