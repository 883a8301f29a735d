//! What is asked for.

use portcullis::{Principal, endpoint};

#[endpoint(get = "/me", post = "/me")]
async fn me(caller: Principal) -> String {
    caller.id().to_owned()
}

#[endpoint(get = "/open", anonymous)]
async fn open(caller: Option<Principal>) -> String {
    caller.map_or("nobody".to_owned(), |caller| caller.id().to_owned())
}
