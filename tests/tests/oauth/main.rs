//! What OAuth clients and other servers ask about tokens: revocation, introspection, metadata.
#![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "ends the test that was wrong")]

mod ailing;
mod asking;
mod endpoints;
mod introspection;
mod lookalikes;
mod malformed;
mod metadata;
mod outages;
mod revocation;
mod server;
mod set_up;
