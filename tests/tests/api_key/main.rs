//! API keys: what they look like, whom they let in, and how their lives end.
#![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "ends the test that was wrong")]

mod carried;
mod endpoints;
mod forged;
mod last_used;
mod life;
mod rights;
mod server;
mod set_up;
mod watched;
