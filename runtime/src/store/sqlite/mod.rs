//! A store in a SQLite file.

mod api_keys;
mod migrations;
mod refresh;
mod revocations;
mod sessions;

use std::future::Future;
use std::path::Path;
use std::time::Duration;

use actix_web::rt::time::timeout;
use sqlx::SqlitePool;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};

use super::{StoreError, StoreFuture};

/// How long an operation takes, if nobody says otherwise. Longer than elsewhere: processes that
/// write at the same time wait for each other, and not in turn.
const DEADLINE: Duration = Duration::from_secs(5);

/// How long a start takes: another process may be changing the tables meanwhile.
const START: Duration = Duration::from_secs(30);

/// Keeps everything in a SQLite file, which several processes of one machine may share. What
/// was accepted is on the disk: it survives a crash of the process and of the machine. Cheap to
/// clone; clones share their connections.
#[derive(Clone, Debug)]
pub struct SqliteStore {
    pool: SqlitePool,
    deadline: Duration,
}

impl SqliteStore {
    /// Opens the file, which is made if there is none, with its tables. The names of the
    /// tables begin with `portcullis_`, so that the file may be the application's.
    ///
    /// # Errors
    ///
    /// If the file cannot be opened, is no database, or was written by a newer version of this
    /// crate.
    pub async fn open(path: impl AsRef<Path>) -> Result<Self, StoreError> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .busy_timeout(DEADLINE)
            .foreign_keys(true)
            .synchronous(SqliteSynchronous::Full);
        timeout(START, migrations::prepare(&options)).await.map_err(|_| locked())??;
        Ok(Self::over(options.journal_mode(SqliteJournalMode::Wal), DEADLINE))
    }

    /// How long an operation takes at most, waiting for others that write included: 5 seconds if
    /// this is not called. After that it is an error, which is a 503 for whoever has called. To
    /// be called before the store is cloned: what it answers has connections of its own.
    #[must_use]
    pub fn deadline(self, deadline: Duration) -> Self {
        Self::over((*self.pool.connect_options()).clone(), deadline)
    }

    /// Closes the file. Whoever asks the store from now on, or one of its clones, is told that
    /// it cannot be asked.
    pub async fn close(&self) {
        self.pool.close().await;
    }

    fn over(options: SqliteConnectOptions, deadline: Duration) -> Self {
        // What is given up while it waits for a lock does not wait for it much longer.
        let options = options.busy_timeout(deadline);
        Self { pool: SqlitePoolOptions::new().connect_lazy_with(options), deadline }
    }

    /// Work on the store, given up at the deadline.
    fn bounded<'a, T>(
        &'a self,
        work: impl Future<Output = Result<T, StoreError>> + Send + 'a,
    ) -> StoreFuture<'a, T> {
        Box::pin(async move { timeout(self.deadline, work).await.map_err(|_| locked())? })
    }
}

fn locked() -> StoreError {
    "the SQLite file was busy for too long".into()
}

/// As SQLite has them: seconds since 1970, up to 2⁶³.
fn integer(seconds: u64) -> i64 {
    i64::try_from(seconds).unwrap_or(i64::MAX)
}

fn seconds(integer: i64) -> u64 {
    u64::try_from(integer).unwrap_or_default()
}
