//! Tokens that this server issues: what is in them, who accepts them, and what is not signed.
#![expect(clippy::unwrap_used, reason = "ends the test that was wrong")]

mod claims;
mod handler;
mod header;
mod read;
mod refused;
mod schemes;
mod set_up;
mod times;
mod verified;

use std::time::Duration;

use portcullis::{Error, Principal, Tokens, endpoint};

#[endpoint(post = "/login", anonymous)]
async fn login(tokens: Tokens) -> Result<String, Error> {
    tokens.subject("alice").roles(["Admin"]).expires_in(Duration::from_secs(60)).sign()
}

#[endpoint(post = "/elsewhere/login", anonymous)]
async fn login_elsewhere(tokens: Tokens) -> Result<String, Error> {
    let tokens = tokens.scheme("other");
    tokens.subject("alice").expires_in(Duration::from_secs(60)).sign()
}

/// Forgets the expiry.
#[endpoint(post = "/careless/login", anonymous)]
async fn careless_login(tokens: Tokens) -> Result<String, Error> {
    tokens.subject("alice").sign()
}

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

#[endpoint(get = "/elsewhere/me", schemes("other"))]
async fn me_elsewhere(caller: Principal) -> String {
    caller.id().to_owned()
}
