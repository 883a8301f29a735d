//! A store in the memory of this process.

mod api_keys;
mod refresh;
mod revocations;
mod sessions;

use std::sync::Arc;

/// Keeps everything in this process: for tests, and for one server that may forget everything
/// when it restarts. Cheap to clone; clones share what is kept.
#[derive(Clone, Debug, Default)]
pub struct MemoryStore(Arc<Kept>);

/// One field for each need.
#[derive(Debug, Default)]
struct Kept {
    api_keys: api_keys::ApiKeys,
    refresh: refresh::Families,
    revocations: revocations::Revocations,
    sessions: sessions::Sessions,
}

impl MemoryStore {
    /// An empty store.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
