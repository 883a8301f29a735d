//! Which tokens `JwtBearer::hs256` accepts: one test for each rule. Every test first shows the
//! sound neighbour of a token let in, then the token that breaks the rule refused.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "ends the test that was wrong")]

mod algorithm;
mod audience;
mod base64url;
mod draft;
mod embedded_keys;
mod expiry;
mod extensions;
mod issuer;
mod json;
mod key_id;
mod names;
mod scopes;
mod secrets;
mod server;
mod shape;
mod signature;
mod size;
mod start_up;
mod subject;
mod times;
mod token;
mod typ;

use portcullis::{Principal, endpoint};

/// Says who is calling, and what the token has said of them.
#[endpoint(get = "/me")]
async fn me(caller: Principal) -> String {
    let list = |names: &mut dyn Iterator<Item = &str>| names.collect::<Vec<_>>().join(",");
    format!(
        "{} by {}; roles {}; permissions {}; scopes {}",
        caller.id(),
        caller.issued_by(),
        list(&mut caller.roles()),
        list(&mut caller.permissions()),
        list(&mut caller.scopes()),
    )
}
