#![deny(deprecated)]
use portcullis::{Denied, Principal, endpoint};

async fn owns(_: Principal) -> Result<(), Denied> {
    Ok(())
}

#[endpoint(get = "/a", anonymous(GET), authorize(owns))]
async fn report() -> &'static str {
    "hello"
}

fn main() {}
