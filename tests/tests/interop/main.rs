//! Tokens across libraries: PyJWT and jose verify what is signed here, and sign what is accepted
//! here. Both run as processes, on keys and tokens alone; `tests/interop/install` installs them.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "ends the test that was wrong"
)]

mod claims;
mod differences;
mod endpoints;
mod installed;
mod json_web_keys;
mod keys;
mod ours;
mod peer;
mod server;
mod theirs;
mod token;
