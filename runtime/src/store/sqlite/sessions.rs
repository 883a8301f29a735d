//! Sessions in SQLite.

use super::migrations::Tables;
use super::{SqliteStore, integer, seconds};
use crate::store::{SessionKey, SessionStore, Span, StoreError, StoreFuture, StoredSession};

pub(super) const TABLES: Tables = Tables {
    need: "sessions",
    steps: &["
        CREATE TABLE portcullis_sessions (
            key BLOB NOT NULL PRIMARY KEY,
            contents TEXT NOT NULL,
            since INTEGER NOT NULL,
            until INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX portcullis_sessions_until ON portcullis_sessions (until);
    "],
};

impl SqliteStore {
    /// Forgets some that are over. Each new session makes room for more than itself.
    async fn forget_sessions_over_at(&self, now: u64) -> Result<(), StoreError> {
        let sql = "DELETE FROM portcullis_sessions WHERE key IN (
            SELECT key FROM portcullis_sessions WHERE until <= ? ORDER BY until LIMIT 16
        )";
        sqlx::query(sql).bind(integer(now)).execute(&self.pool).await?;
        Ok(())
    }
}

impl SessionStore for SqliteStore {
    fn begin<'a>(
        &'a self,
        key: &'a SessionKey,
        session: StoredSession,
        now: u64,
    ) -> StoreFuture<'a, ()> {
        self.bounded(async move {
            self.forget_sessions_over_at(now).await?;
            let sql = "INSERT INTO portcullis_sessions (key, contents, since, until)
                VALUES (?, ?, ?, ?)";
            sqlx::query(sql)
                .bind(key.as_bytes().as_slice())
                .bind(session.contents)
                .bind(integer(session.span.since))
                .bind(integer(session.span.until))
                .execute(&self.pool)
                .await?;
            Ok(())
        })
    }

    fn find<'a>(&'a self, key: &'a SessionKey, now: u64) -> StoreFuture<'a, Option<StoredSession>> {
        self.bounded(async move {
            let sql = "SELECT contents, since, until FROM portcullis_sessions
                WHERE key = ? AND until > ?";
            let row: Option<(String, i64, i64)> = sqlx::query_as(sql)
                .bind(key.as_bytes().as_slice())
                .bind(integer(now))
                .fetch_optional(&self.pool)
                .await?;
            Ok(row.map(|(contents, since, until)| StoredSession {
                contents,
                span: Span { since: seconds(since), until: seconds(until) },
            }))
        })
    }

    fn renew<'a>(&'a self, key: &'a SessionKey, from: Span, to: Span) -> StoreFuture<'a, bool> {
        self.bounded(async move {
            let sql = "UPDATE portcullis_sessions SET since = ?, until = ?
                WHERE key = ? AND since = ? AND until = ?";
            let done = sqlx::query(sql)
                .bind(integer(to.since))
                .bind(integer(to.until))
                .bind(key.as_bytes().as_slice())
                .bind(integer(from.since))
                .bind(integer(from.until))
                .execute(&self.pool)
                .await?;
            Ok(done.rows_affected() == 1)
        })
    }

    fn end<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, ()> {
        self.bounded(async move {
            let sql = "DELETE FROM portcullis_sessions WHERE key = ?";
            sqlx::query(sql).bind(key.as_bytes().as_slice()).execute(&self.pool).await?;
            Ok(())
        })
    }
}
