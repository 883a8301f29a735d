//! A store in PostgreSQL.

mod api_keys;
mod connection;
mod families;
mod feed;
mod migrations;
mod refresh;
mod revocations;
mod sessions;

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use actix_web::rt::time::timeout;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{Connection, PgConnection, PgPool};

use super::StoreError;

/// How long an operation takes, if nobody says otherwise.
const DEADLINE: Duration = Duration::from_secs(2);

/// How long a start takes: another process may be changing the tables meanwhile.
const START: Duration = Duration::from_secs(30);

#[doc = include_str!("../../../docs/postgres.md")]
#[derive(Clone)]
pub struct PostgresStore {
    pool: PgPool,
    deadline: Duration,
    /// What every write begins with.
    begin: Arc<str>,
    shared: Arc<Shared>,
}

struct Shared {
    /// Whether nobody else has the pool.
    own_pool: bool,
    closed: AtomicBool,
    feed: Arc<feed::Feed>,
}

impl PostgresStore {
    /// Opens the database at `postgres://user:password@host/name`, with connections of its own:
    /// at most ten, and one that listens if revocations are kept.
    ///
    /// # Errors
    ///
    /// If the server cannot be reached, lets nobody in, is a standby, or a newer version of this
    /// crate has written to the database. None of them tells the password.
    pub async fn connect(url: &str) -> Result<Self, StoreError> {
        let options = PgConnectOptions::from_str(url)?;
        let started = timeout(START, async {
            let mut connection = PgConnection::connect_with(&options).await?;
            migrations::prepare(&mut connection).await?;
            connection.close().await?;
            Ok::<_, StoreError>(())
        });
        started.await.map_err(|_| silence())??;
        Ok(Self::over(PgPoolOptions::new().connect_lazy_with(options), true))
    }

    /// The same over a pool of the application (of sqlx 0.9), which it goes on using.
    /// [`close`](Self::close) leaves the pool open.
    ///
    /// # Errors
    ///
    /// As [`connect`](Self::connect).
    pub async fn with_pool(pool: PgPool) -> Result<Self, StoreError> {
        let store = Self::over(pool, false);
        let started = timeout(START, async {
            let mut connection = store.connection().await?;
            migrations::prepare(&mut connection).await?;
            connection.done();
            Ok::<_, StoreError>(())
        });
        started.await.map_err(|_| silence())??;
        Ok(store)
    }

    /// How long an operation takes at most, also when the server hangs: 2 seconds if this is not
    /// called. After that it is an error, which is a 503 for whoever has called.
    #[must_use]
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = deadline;
        self.begin = connection::beginning(deadline);
        self
    }

    /// Closes its connections. Whoever asks the store from now on, or one of its clones, is told
    /// that it cannot be asked.
    pub async fn close(&self) {
        self.shared.closed.store(true, Ordering::Release);
        self.shared.feed.close();
        if self.shared.own_pool {
            // A server that hangs says no good-bye.
            let _ = timeout(self.deadline, self.pool.close()).await;
        }
    }

    fn refuse_if_closed(&self) -> Result<(), StoreError> {
        match self.shared.closed.load(Ordering::Acquire) {
            true => Err("the store is closed".into()),
            false => Ok(()),
        }
    }

    fn over(pool: PgPool, own_pool: bool) -> Self {
        let (closed, feed) = (AtomicBool::new(false), Arc::default());
        let shared = Arc::new(Shared { own_pool, closed, feed });
        Self { pool, deadline: DEADLINE, begin: connection::beginning(DEADLINE), shared }
    }
}

/// The address of the server may have a password in it and is left out.
impl fmt::Debug for PostgresStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PostgresStore").field("deadline", &self.deadline).finish_non_exhaustive()
    }
}

fn silence() -> StoreError {
    "PostgreSQL has not answered in time".into()
}

/// As PostgreSQL has them: seconds since 1970, up to 2⁶³.
fn integer(seconds: u64) -> i64 {
    i64::try_from(seconds).unwrap_or(i64::MAX)
}

fn seconds(integer: i64) -> u64 {
    u64::try_from(integer).unwrap_or_default()
}

/// Texts are kept as their bytes: `TEXT` cannot have a NUL in it, sorts as the database likes,
/// and needs a database in UTF-8.
fn text(bytes: Vec<u8>) -> Result<String, StoreError> {
    Ok(String::from_utf8(bytes)?)
}
