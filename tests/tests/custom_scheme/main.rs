//! The scheme of the example `custom_scheme` does what it says, and is as good as ours: beside
//! them, in any order, by default, at start-up, and where it cannot tell.
#![expect(clippy::unwrap_used, reason = "ends the test that was wrong")]

mod beside_ours;
mod endpoints;
#[path = "../../../examples/custom_scheme/scheme/mod.rs"]
mod scheme;
mod server;
mod signatures;
mod start_up;
