//! The service does what it says, over each store; and authlib, a client that no one here wrote,
//! gets along with it. `tests/interop/install` installs that.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "ends the test that was wrong"
)]

mod authlib;
mod client;
mod page;
mod server;
mod start;
mod visitor;
