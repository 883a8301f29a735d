//! The tables, made and changed at the start. Several processes may start at once: whoever
//! comes first does it, in one transaction.

use sqlx::PgConnection;

use super::{api_keys, refresh, revocations, sessions};
use crate::store::StoreError;

/// The tables of one need. Steps are only ever added.
pub(super) struct Tables {
    pub(super) need: &'static str,
    pub(super) steps: &'static [&'static str],
}

const ALL: [&Tables; 4] =
    [&api_keys::TABLES, &refresh::TABLES, &revocations::TABLES, &sessions::TABLES];

/// The number of the lock is the first eight bytes of “portcull”: no other program takes it.
const BEGIN: &str = "
    BEGIN ISOLATION LEVEL READ COMMITTED, READ WRITE;
    SET LOCAL statement_timeout = '30s';
    SET LOCAL idle_in_transaction_session_timeout = '30s';
    SELECT pg_advisory_xact_lock(8101820098873224300)";

/// Makes the database what this version of the crate needs. Without the right to make tables
/// too, if they are there.
///
/// # Errors
///
/// If it cannot be written, or a newer version has written to it.
pub(super) async fn prepare(connection: &mut PgConnection) -> Result<(), StoreError> {
    warn_of_lost_writes(connection).await?;
    sqlx::raw_sql(BEGIN).execute(&mut *connection).await?;
    let begun: bool = sqlx::query_scalar("SELECT to_regclass('portcullis_migrations') IS NOT NULL")
        .fetch_one(&mut *connection)
        .await?;
    if !begun {
        let table = "CREATE TABLE portcullis_migrations (
            need TEXT NOT NULL,
            step BIGINT NOT NULL,
            PRIMARY KEY (need, step)
        )";
        sqlx::raw_sql(table).execute(&mut *connection).await?;
    }
    for tables in ALL {
        migrate(connection, tables).await?;
    }
    sqlx::raw_sql("COMMIT").execute(connection).await?;
    Ok(())
}

async fn migrate(connection: &mut PgConnection, tables: &Tables) -> Result<(), StoreError> {
    let Tables { need, steps } = tables;
    let done = "SELECT COUNT(*) FROM portcullis_migrations WHERE need = $1";
    let done: i64 = sqlx::query_scalar(done).bind(need).fetch_one(&mut *connection).await?;
    let done = usize::try_from(done)?;
    if done > steps.len() {
        return Err("a newer version of `portcullis` has written to this database".into());
    }
    for (number, step) in steps.iter().enumerate().skip(done) {
        sqlx::raw_sql(*step).execute(&mut *connection).await?;
        sqlx::query("INSERT INTO portcullis_migrations (need, step) VALUES ($1, $2)")
            .bind(need)
            .bind(i64::try_from(number)?)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

/// Servers without `fsync` are for tests: no setting of ours makes them keep a promise.
async fn warn_of_lost_writes(connection: &mut PgConnection) -> Result<(), StoreError> {
    let fsync = "SELECT current_setting('fsync')::boolean";
    if !sqlx::query_scalar::<_, bool>(fsync).fetch_one(connection).await? {
        tracing::warn!("`fsync` is off in PostgreSQL: a power failure may undo what was accepted");
    }
    Ok(())
}
