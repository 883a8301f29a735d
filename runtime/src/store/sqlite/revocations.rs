//! Revocations in SQLite.

use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use super::migrations::Tables;
use super::{SqliteStore, integer, seconds};
use crate::store::{
    Position, Revocable, Revocation, RevocationStore, Revoked, StoreError, StoreFuture,
};

/// `AUTOINCREMENT`: a position is never given twice, even when what had it is forgotten. SQLite
/// lets one transaction write at a time, so positions are in the order of commits. They are
/// microseconds of the clock, each at least one behind the last: a file that begins anew gives
/// none a second time.
pub(super) const TABLES: Tables = Tables {
    need: "revocations",
    steps: &["
        CREATE TABLE portcullis_revocations (
            position INTEGER PRIMARY KEY AUTOINCREMENT,
            issuer TEXT NOT NULL,
            kind INTEGER NOT NULL,
            id TEXT NOT NULL,
            up_to INTEGER NOT NULL,
            until INTEGER NOT NULL,
            UNIQUE (issuer, kind, id)
        ) STRICT;
        CREATE INDEX portcullis_revocations_until ON portcullis_revocations (until);
    "],
};

/// How many are read at once.
const PAGE: u16 = 4096;

/// `until` of what is never over.
const NEVER: i64 = i64::MAX;

const TOKEN: i64 = 0;
const SESSION: i64 = 1;
const USER: i64 = 2;

impl SqliteStore {
    /// Forgets some that are over. Each new revocation makes room for more than itself.
    async fn forget_revocations_over_at(&self, now: u64) -> Result<(), StoreError> {
        let sql = "DELETE FROM portcullis_revocations WHERE position IN (
            SELECT position FROM portcullis_revocations
                WHERE until <= ? AND until < ? ORDER BY until LIMIT 16
        )";
        sqlx::query(sql).bind(integer(now)).bind(NEVER).execute(&self.pool).await?;
        Ok(())
    }

    /// The last position that was ever given in this file.
    async fn last_position(&self) -> Result<u64, StoreError> {
        let sql = "SELECT seq FROM sqlite_sequence WHERE name = 'portcullis_revocations'";
        let last: Option<i64> = sqlx::query_scalar(sql).fetch_optional(&self.pool).await?;
        Ok(last.map(seconds).unwrap_or_default())
    }
}

impl RevocationStore for SqliteStore {
    fn revoke(&self, revocation: Revocation, now: u64) -> StoreFuture<'_, ()> {
        self.bounded(async move {
            self.forget_revocations_over_at(now).await?;
            let (kind, id, up_to) = match revocation.what {
                Revocable::Token(id) => (TOKEN, id, 0),
                Revocable::Session(id) => (SESSION, id, 0),
                Revocable::User { id, up_to } => (USER, id, integer(up_to)),
            };
            // In the place of an earlier one about the same; of either, what reaches further.
            let sql = "INSERT OR REPLACE INTO portcullis_revocations
                    (position, issuer, kind, id, up_to, until)
                SELECT MAX(
                        CAST((julianday('now') - 2440587.5) * 86400000000 AS INTEGER),
                        1 + COALESCE((SELECT seq FROM sqlite_sequence
                            WHERE name = 'portcullis_revocations'), 0)),
                    ?1, ?2, ?3,
                    MAX(?4, COALESCE(MAX(up_to), 0)), MAX(?5, COALESCE(MAX(until), 0))
                FROM portcullis_revocations WHERE issuer = ?1 AND kind = ?2 AND id = ?3";
            sqlx::query(sql)
                .bind(revocation.issuer)
                .bind(kind)
                .bind(id)
                .bind(up_to)
                .bind(revocation.until.map_or(NEVER, integer))
                .execute(&self.pool)
                .await?;
            Ok(())
        })
    }

    fn after(&self, position: Position, now: u64) -> StoreFuture<'_, Revoked> {
        self.bounded(async move {
            let sql = "SELECT position, issuer, kind, id, up_to, until
                FROM portcullis_revocations
                WHERE position > ? AND (until > ? OR until = ?) ORDER BY position LIMIT ?";
            let rows = sqlx::query(sql)
                .bind(integer(position.0))
                .bind(integer(now))
                .bind(NEVER)
                .bind(i64::from(PAGE))
                .fetch_all(&self.pool)
                .await?;
            let end = match rows.last() {
                Some(row) => seconds(row.try_get("position")?),
                // One that was never given: another file has stood here.
                None => position.0.min(self.last_position().await?),
            };
            let revocations = rows.iter().map(stored).collect::<Result<_, _>>()?;
            let more = rows.len() == usize::from(PAGE);
            Ok(Revoked { revocations, position: Position(end), more })
        })
    }
}

fn stored(row: &SqliteRow) -> Result<Revocation, StoreError> {
    let (id, until) = (row.try_get("id")?, row.try_get("until")?);
    let what = match row.try_get::<i64, _>("kind")? {
        TOKEN => Revocable::Token(id),
        SESSION => Revocable::Session(id),
        USER => Revocable::User { id, up_to: seconds(row.try_get("up_to")?) },
        _ => return Err("there is a revocation of a kind that this version does not know".into()),
    };
    let until = (until != NEVER).then(|| seconds(until));
    Ok(Revocation { issuer: row.try_get("issuer")?, what, until })
}
