//! The tables, made and changed at the start. Several processes may start at once: whoever
//! comes first does it, in one transaction.

use std::time::Duration;

use actix_web::rt::time::sleep;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode};
use sqlx::{ConnectOptions, Connection, SqliteConnection};

use super::{api_keys, refresh, revocations, sessions};
use crate::store::StoreError;

/// The tables of one need. Steps are only ever added.
pub(super) struct Tables {
    pub(super) need: &'static str,
    pub(super) steps: &'static [&'static str],
}

const ALL: [&Tables; 4] =
    [&api_keys::TABLES, &refresh::TABLES, &revocations::TABLES, &sessions::TABLES];

/// Switching a file to WAL takes it as a whole, and SQLite does not wait for that: so often,
/// and so long in between, is it tried.
const ATTEMPTS: u32 = 100;
const PAUSE: Duration = Duration::from_millis(100);

/// Makes the file what this version of the crate needs.
///
/// # Errors
///
/// If it cannot be opened or written, is no database, or a newer version has written it.
pub(super) async fn prepare(options: &SqliteConnectOptions) -> Result<(), StoreError> {
    let mut connection = switched_to_wal(options).await?;
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await?;
    sqlx::query(
        "CREATE TABLE IF NOT EXISTS portcullis_migrations (
            need TEXT NOT NULL,
            step INTEGER NOT NULL,
            PRIMARY KEY (need, step)
        ) STRICT, WITHOUT ROWID",
    )
    .execute(&mut *transaction)
    .await?;
    for tables in ALL {
        migrate(&mut transaction, tables).await?;
    }
    transaction.commit().await?;
    connection.close().await?;
    Ok(())
}

async fn switched_to_wal(options: &SqliteConnectOptions) -> Result<SqliteConnection, StoreError> {
    let options = options.clone().journal_mode(SqliteJournalMode::Wal);
    let mut attempt = 1;
    loop {
        match options.connect().await {
            Err(error) if attempt < ATTEMPTS && is_busy(&error) => sleep(PAUSE).await,
            outcome => return Ok(outcome?),
        }
        attempt += 1;
    }
}

async fn migrate(connection: &mut SqliteConnection, tables: &Tables) -> Result<(), StoreError> {
    let Tables { need, steps } = tables;
    let done: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM portcullis_migrations WHERE need = ?")
        .bind(need)
        .fetch_one(&mut *connection)
        .await?;
    let done = usize::try_from(done)?;
    if done > steps.len() {
        return Err("a newer version of `portcullis` has written this file".into());
    }
    for (number, step) in steps.iter().enumerate().skip(done) {
        sqlx::raw_sql(*step).execute(&mut *connection).await?;
        sqlx::query("INSERT INTO portcullis_migrations (need, step) VALUES (?, ?)")
            .bind(need)
            .bind(i64::try_from(number)?)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

/// `SQLITE_BUSY` or `SQLITE_LOCKED`, in one of their extended forms or plain.
fn is_busy(error: &sqlx::Error) -> bool {
    let code = error.as_database_error().and_then(|error| error.code());
    let code = code.and_then(|code| code.parse::<u32>().ok());
    code.is_some_and(|code| matches!(code & 0xFF, 5 | 6))
}
