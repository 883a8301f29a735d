//! What must outlive a request. One trait per need, one file per store and need.
//!
//! A store decides nothing and reads no clock: it is told the time, and keeps what it is given.

mod api_keys;
mod error;
mod memory;
mod refresh;
mod revocations;
mod sessions;
#[cfg(feature = "sqlite")]
mod spent;
#[cfg(feature = "sqlite")]
mod sqlite;

#[cfg(feature = "test-util")]
pub mod conformance;

pub use api_keys::{ApiKeyHash, ApiKeyStore, StoredApiKey};
pub use error::{StoreError, StoreFuture};
pub use memory::MemoryStore;
pub use refresh::{FamilyId, RefreshHash, RefreshStore, Rotation, SpentToken, StoredFamily};
pub use revocations::{Position, Revocable, Revocation, RevocationStore, Revoked};
pub use sessions::{SessionKey, SessionStore, Span, StoredSession};
#[cfg(feature = "sqlite")]
pub use sqlite::SqliteStore;
