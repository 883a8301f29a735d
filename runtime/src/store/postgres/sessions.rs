//! Sessions in PostgreSQL.

use super::migrations::Tables;
use super::{PostgresStore, integer, seconds, text};
use crate::store::{SessionKey, SessionStore, Span, StoreError, StoreFuture, StoredSession};

pub(super) const TABLES: Tables = Tables {
    need: "sessions",
    steps: &["
        CREATE TABLE portcullis_sessions (
            key BYTEA NOT NULL PRIMARY KEY,
            contents BYTEA NOT NULL,
            since BIGINT NOT NULL,
            until BIGINT NOT NULL
        );
        CREATE INDEX portcullis_sessions_until ON portcullis_sessions (until);
    "],
};

/// Forgets some that are over, but for those that somebody else is at. Each new session makes
/// room for more than itself.
const FORGET: &str = "DELETE FROM portcullis_sessions WHERE key IN (
    SELECT key FROM portcullis_sessions WHERE until <= $1 ORDER BY until LIMIT 16
    FOR UPDATE SKIP LOCKED
)";

impl PostgresStore {
    async fn keep_session(
        &self,
        key: &SessionKey,
        session: StoredSession,
        now: u64,
    ) -> Result<(), StoreError> {
        let mut writing = self.writing().await?;
        sqlx::query(FORGET).bind(integer(now)).execute(&mut *writing).await?;
        let sql = "INSERT INTO portcullis_sessions (key, contents, since, until)
            VALUES ($1, $2, $3, $4) ON CONFLICT (key) DO NOTHING";
        let done = sqlx::query(sql)
            .bind(key.as_bytes().as_slice())
            .bind(session.contents.into_bytes())
            .bind(integer(session.span.since))
            .bind(integer(session.span.until))
            .execute(&mut *writing)
            .await?;
        writing.commit().await?;
        match done.rows_affected() {
            1 => Ok(()),
            _ => Err("there is a session of this key already".into()),
        }
    }
}

impl SessionStore for PostgresStore {
    fn begin<'a>(
        &'a self,
        key: &'a SessionKey,
        session: StoredSession,
        now: u64,
    ) -> StoreFuture<'a, ()> {
        self.bounded(self.keep_session(key, session, now))
    }

    fn find<'a>(&'a self, key: &'a SessionKey, now: u64) -> StoreFuture<'a, Option<StoredSession>> {
        self.bounded(async move {
            let mut lent = self.connection().await?;
            let sql = "SELECT contents, since, until FROM portcullis_sessions
                WHERE key = $1 AND until > $2";
            let row: Option<(Vec<u8>, i64, i64)> = sqlx::query_as(sql)
                .bind(key.as_bytes().as_slice())
                .bind(integer(now))
                .fetch_optional(&mut *lent)
                .await?;
            lent.done();
            let Some((contents, since, until)) = row else { return Ok(None) };
            let span = Span { since: seconds(since), until: seconds(until) };
            Ok(Some(StoredSession { contents: text(contents)?, span }))
        })
    }

    fn renew<'a>(&'a self, key: &'a SessionKey, from: Span, to: Span) -> StoreFuture<'a, bool> {
        self.bounded(async move {
            let mut writing = self.writing().await?;
            let sql = "UPDATE portcullis_sessions SET since = $1, until = $2
                WHERE key = $3 AND since = $4 AND until = $5";
            let done = sqlx::query(sql)
                .bind(integer(to.since))
                .bind(integer(to.until))
                .bind(key.as_bytes().as_slice())
                .bind(integer(from.since))
                .bind(integer(from.until))
                .execute(&mut *writing)
                .await?;
            writing.commit().await?;
            Ok(done.rows_affected() == 1)
        })
    }

    fn end<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, ()> {
        self.bounded(async move {
            let mut writing = self.writing().await?;
            let sql = "DELETE FROM portcullis_sessions WHERE key = $1";
            sqlx::query(sql).bind(key.as_bytes().as_slice()).execute(&mut *writing).await?;
            writing.commit().await
        })
    }
}
