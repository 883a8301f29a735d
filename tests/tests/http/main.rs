//! HTTP as it arrives: bytes on a socket, and who gets in by them.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "ends the test that was wrong")]

mod callers;
mod connection;
mod endpoints;
mod rows;
mod server;
