//! A store in Redis or Valkey.

mod api_key;
mod api_keys;
mod changes;
mod connection;
mod durability;
mod family;
mod index;
mod options;
mod redirect;
mod refresh;
mod revocations;
mod script;
mod sessions;

use std::fmt;
use std::future::Future;
use std::sync::Arc;
use std::time::{Duration, Instant};

use futures_util::stream::{self, StreamExt, TryStreamExt};
use tokio::time::timeout;

use self::changes::Changes;
use self::connection::Link;
pub use self::options::RedisOptions;
use super::{StoreError, StoreFuture};

/// Keeps everything in Redis (6.2 or later) or Valkey, on one server or a cluster, which several
/// instances of the application share. Cheap to clone; clones share their connections.
#[doc = include_str!("../../../docs/redis.md")]
#[derive(Clone)]
pub struct RedisStore(Arc<Inner>);

struct Inner {
    link: Link,
    changes: Changes,
    prefix: String,
    deadline: Duration,
}

impl RedisStore {
    /// A store on one server: `redis://user:password@host:port/database`, of which only the host
    /// must be there. TLS (`rediss://`) is not supported: use a private network, or a tunnel.
    ///
    /// # Errors
    ///
    /// If the address makes no sense, or the server does not answer, or is part of a cluster.
    pub async fn connect(url: impl AsRef<str>) -> Result<Self, StoreError> {
        Self::options().connect(url).await
    }

    /// A store on a cluster, some nodes of which have these addresses: as in [`Self::connect`],
    /// without a database.
    ///
    /// # Errors
    ///
    /// If an address makes no sense, or none of the nodes answers.
    pub async fn connect_cluster<U: AsRef<str>>(
        urls: impl IntoIterator<Item = U>,
    ) -> Result<Self, StoreError> {
        Self::options().connect_cluster(urls).await
    }

    /// What may be chosen before connecting.
    pub fn options() -> RedisOptions {
        RedisOptions::new()
    }

    /// The key of something of a kind.
    fn key(&self, kind: &str, name: impl AsRef<[u8]>) -> Vec<u8> {
        [self.0.prefix.as_bytes(), kind.as_bytes(), b":", name.as_ref()].concat()
    }

    /// Does it, or fails at the deadline. What was late may still be done by the server.
    async fn within<T>(
        &self,
        work: impl Future<Output = Result<T, StoreError>>,
    ) -> Result<T, StoreError> {
        let began = Instant::now();
        match timeout(self.0.deadline, work).await {
            Ok(outcome) => outcome,
            Err(_) => {
                self.0.link.doubt(began);
                Err(format!("Redis did not answer within {:?}", self.0.deadline).into())
            }
        }
    }
}

/// Without addresses, which may have passwords in them.
impl fmt::Debug for RedisStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RedisStore")
            .field("prefix", &self.0.prefix)
            .field("deadline", &self.0.deadline)
            .finish_non_exhaustive()
    }
}

/// What Redis itself lets go of is kept for longer than it is good: clocks differ, and whether
/// something is over is decided by the time that a store is told.
const MARGIN: u64 = 3600;

/// How many keys are asked for at once.
const AT_ONCE: usize = 64;

/// A time as it is stored. Equal and ordered as the numbers are.
fn digits(seconds: u64) -> String {
    format!("{seconds:020}")
}

fn seconds(digits: &str) -> Result<u64, StoreError> {
    Ok(digits.parse()?)
}

/// For how many seconds to keep what is good from one time to another. Not until a time of the
/// server's clock: a store may be told other times than that has.
fn kept(from: u64, until: u64, margin: u64) -> String {
    const CENTURY: u64 = 36_525 * 24 * 3600;
    (until.saturating_sub(from).min(CENTURY) + margin).to_string()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Asks about each, many at once.
async fn all<'a, A, T>(
    about: &'a [A],
    ask: impl Fn(&'a A) -> StoreFuture<'a, T>,
) -> Result<Vec<T>, StoreError> {
    let asked = about.iter().map(ask).collect::<Vec<_>>();
    stream::iter(asked).buffered(AT_ONCE).try_collect().await
}
