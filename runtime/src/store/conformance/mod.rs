//! What every store must do, one suite for each need: run it over a store of your own.
//!
//! Each suite panics, as a test does, and says what the store did wrong. It uses new random keys,
//! so it may be run over a store that is in use, and leaves little behind.
#![expect(clippy::panic, reason = "a suite of tests ends with the first failure")]

mod api_keys;
mod refresh;
mod revocations;
mod sessions;

pub use api_keys::api_keys;
pub use refresh::refresh_tokens;
pub use revocations::revocations;
pub use sessions::sessions;

use std::time::{SystemTime, UNIX_EPOCH};

use super::StoreError;
use crate::random::{Random, SystemRandom};

/// What a store answered; the end of the suite if it could not be asked.
#[track_caller]
fn answered<T>(answer: Result<T, StoreError>) -> T {
    match answer {
        Ok(answer) => answer,
        Err(error) => panic!("the store could not be asked: {error}"),
    }
}

/// Random bytes for a new key.
fn random() -> [u8; 32] {
    let mut bytes = [0; 32];
    assert!(SystemRandom.fill(&mut bytes).is_ok(), "there are no random bytes");
    bytes
}

/// Now, in seconds since 1970: some stores let go by themselves of what is over.
fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}
