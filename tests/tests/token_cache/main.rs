//! Tokens that a server remembers: it answers as one that verifies every token anew, and keeps
//! no more than it was told.
//!
//! `server` (clock, tokens, requests) · `times` · `keys` · `equal` · `floods` · `bounds` ·
//! `transformed`
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "ends the test that was wrong")]

mod bounds;
mod equal;
mod floods;
mod keys;
mod server;
mod times;
mod transformed;

use portcullis::{Principal, endpoint};

#[endpoint(get = "/me")]
async fn me(caller: Principal) -> String {
    let roles = caller.roles().collect::<Vec<_>>().join(",");
    format!("{} of {} by {} as {roles}", caller.id(), caller.issued_by(), caller.scheme())
}

#[endpoint(get = "/other", schemes("other"))]
async fn other(caller: Principal) -> String {
    caller.scheme().to_owned()
}

#[endpoint(get = "/admin", roles("Admin"))]
async fn admin() -> &'static str {
    "in"
}
