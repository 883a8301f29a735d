//! A store in a SQLite file.

mod api_keys;
mod migrations;
mod refresh;
mod revocations;
mod sessions;

use std::path::Path;
use std::time::Duration;

use sqlx::SqlitePool;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};

use super::StoreError;

/// How long one connection waits for another one, of any process, to finish writing.
const BUSY: Duration = Duration::from_secs(5);

/// How long a request waits for a connection. Longer than another one may keep it waiting.
const QUEUE: Duration = Duration::from_secs(10);

/// Keeps everything in a SQLite file, which several processes of one machine may share. What
/// was accepted is on the disk: it survives a crash of the process and of the machine. Cheap to
/// clone; clones share their connections.
#[derive(Clone, Debug)]
pub struct SqliteStore {
    pool: SqlitePool,
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
            .busy_timeout(BUSY)
            .foreign_keys(true)
            .synchronous(SqliteSynchronous::Full);
        migrations::prepare(&options).await?;
        let options = options.journal_mode(SqliteJournalMode::Wal);
        let pool = SqlitePoolOptions::new().acquire_timeout(QUEUE).connect_with(options).await?;
        Ok(Self { pool })
    }

    /// Closes the file. Whoever asks the store from now on, or one of its clones, is told that
    /// it cannot be asked.
    pub async fn close(&self) {
        self.pool.close().await;
    }
}

/// As SQLite has them: seconds since 1970, up to 2⁶³.
fn integer(seconds: u64) -> i64 {
    i64::try_from(seconds).unwrap_or(i64::MAX)
}

fn seconds(integer: i64) -> u64 {
    u64::try_from(integer).unwrap_or_default()
}
