use portcullis::{Denied, Principal, endpoint};

async fn owns(_: Principal) -> Result<(), Denied> {
    Ok(())
}

#[endpoint(get = "/a", anonymous, authorize(owns))]
async fn report() -> &'static str {
    "hello"
}

fn main() {}
