//! The lesson's service, asked over loopback by httpx, a client that no one here wrote.
//! `tests/interop/install` installs it.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "ends the test that was wrong"
)]

mod client;
mod lesson;
mod server;
mod start;
mod visit;
