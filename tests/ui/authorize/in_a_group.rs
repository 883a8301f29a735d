use portcullis::{Denied, Principal, group};

async fn owns(_: Principal) -> Result<(), Denied> {
    Ok(())
}

group!(pub DOCUMENTS = "/documents", authorize(owns));

fn main() {}
