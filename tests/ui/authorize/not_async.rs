use portcullis::{Denied, Principal, endpoint};

fn owns(_: Principal) -> Result<(), Denied> {
    Ok(())
}

#[endpoint(post = "/a", authorize(owns))]
async fn report() -> &'static str {
    "hello"
}

fn main() {}
