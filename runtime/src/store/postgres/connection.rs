//! A connection for one operation, within the deadline.
//!
//! Only one that did what it was asked is given back. Whatever else becomes of an operation – an
//! error, the deadline, a caller who has gone – its connection is closed: it may be in the middle
//! of something, and who gives it back would have to wait for a server that hangs.

use std::future::Future;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use std::time::Duration;

use actix_web::rt::time::timeout;
use sqlx::pool::PoolConnection;
use sqlx::{AssertSqlSafe, PgConnection, Postgres};

use super::{PostgresStore, silence};
use crate::store::{StoreError, StoreFuture};

/// How every write begins. Isolation, durability and limits are its own, whatever the session or
/// the role has been given: no acknowledged write is lost in a crash, and none that was given up
/// stays for long, nor its locks.
pub(super) fn beginning(deadline: Duration) -> Arc<str> {
    // Zero would be no limit.
    let limit = deadline.as_millis().clamp(1, i32::MAX.unsigned_abs().into());
    format!(
        "BEGIN ISOLATION LEVEL READ COMMITTED, READ WRITE;
        SET LOCAL statement_timeout = {limit};
        SET LOCAL idle_in_transaction_session_timeout = {limit};
        SELECT set_config('synchronous_commit', 'on', true)
            WHERE current_setting('synchronous_commit') = 'off'"
    )
    .into()
}

/// A connection, until the operation is over.
pub(super) struct Lent {
    connection: PoolConnection<Postgres>,
    done: bool,
}

/// A connection with a transaction. Nothing is kept that is not committed.
pub(super) struct Writing(Lent);

impl PostgresStore {
    /// Work on the store, given up at the deadline.
    pub(super) fn bounded<'a, T>(
        &'a self,
        work: impl Future<Output = Result<T, StoreError>> + Send + 'a,
    ) -> StoreFuture<'a, T> {
        Box::pin(async move { timeout(self.deadline, work).await.map_err(|_| silence())? })
    }

    pub(super) async fn connection(&self) -> Result<Lent, StoreError> {
        self.refuse_if_closed()?;
        Ok(Lent { connection: self.pool.acquire().await?, done: false })
    }

    pub(super) async fn writing(&self) -> Result<Writing, StoreError> {
        let mut lent = self.connection().await?;
        let begin = AssertSqlSafe(Arc::clone(&self.begin));
        sqlx::raw_sql(begin).execute(&mut *lent).await?;
        Ok(Writing(lent))
    }
}

impl Lent {
    pub(super) fn done(mut self) {
        self.done = true;
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        if !self.done {
            self.connection.close_on_drop();
        }
    }
}

impl Deref for Lent {
    type Target = PgConnection;

    fn deref(&self) -> &Self::Target {
        &self.connection
    }
}

impl DerefMut for Lent {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.connection
    }
}

impl Writing {
    pub(super) async fn commit(mut self) -> Result<(), StoreError> {
        sqlx::raw_sql("COMMIT").execute(&mut *self.0).await?;
        self.0.done();
        Ok(())
    }
}

impl Deref for Writing {
    type Target = PgConnection;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl DerefMut for Writing {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}
