use portcullis::{Denied, Principal, endpoint};

async fn owns_document(_: Principal) -> Result<(), Denied> {
    Ok(())
}

#[endpoint(post = "/a", authorize(own_document))]
async fn report() -> &'static str {
    "hello"
}

#[endpoint(post = "/b", authorize(owns_document))]
async fn other() -> &'static str {
    "hello"
}

fn main() {}
