//! Keys that are replaced while a server runs.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "ends the test that was wrong")]

mod bed;
mod overlap;
mod refused;
mod replaced;

use portcullis::{Principal, endpoint};

#[endpoint(get = "/me")]
async fn me(caller: Principal) -> String {
    caller.id().to_owned()
}
