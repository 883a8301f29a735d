use portcullis::{Denied, Principal, endpoint};

async fn owns(_: Principal) -> Result<(), Denied> {
    Ok(())
}

#[endpoint(get = "/a", authorize(owns, owns))]
async fn report() -> &'static str {
    "hello"
}

#[endpoint(get = "/b", put = "/b", authorize(owns), on(PUT, authorize(owns)))]
async fn other() -> &'static str {
    "hello"
}

fn main() {}
