//! Keys of an identity provider: a real one, over TLS, that does its worst.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "ends the test that was wrong")]

mod bed;
mod first;
mod issuers;
mod outages;
mod presets;
mod refused;
mod refused_keys;
mod rotation;
mod stampede;
mod start_up;
mod workers;

use portcullis::{Principal, endpoint};

/// Says who called, with everything that they may.
#[endpoint(get = "/me")]
async fn me(caller: Principal) -> String {
    let list = |names: Vec<&str>| names.join(",");
    format!(
        "{} of {}: roles {}, permissions {}, scopes {}",
        caller.id(),
        caller.issued_by(),
        list(caller.roles().collect()),
        list(caller.permissions().collect()),
        list(caller.scopes().collect()),
    )
}
