//! Keys that programs send, of which a store keeps hashes.
//!
//! the header → [`key`] (checksum) → the store → hash, state → `Principal`

mod config;
mod key;
mod keys;
mod new;
mod scheme;

pub use config::ApiKey;
pub use keys::ApiKeys;
pub use new::{IssuedApiKey, NewApiKey};
