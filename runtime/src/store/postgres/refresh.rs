//! Families of refresh tokens in PostgreSQL.

use sqlx::PgConnection;

use super::families::{insert, replace, stored};
use super::migrations::Tables;
use super::{PostgresStore, integer};
use crate::privileges::UserId;
use crate::store::{
    FamilyId, RefreshHash, RefreshStore, Rotation, StoreError, StoreFuture, StoredFamily,
};

/// Users are found by their hash, since an index has no place for long names.
pub(super) const TABLES: Tables = Tables {
    need: "refresh",
    steps: &["
        CREATE TABLE portcullis_refresh (
            id BYTEA NOT NULL PRIMARY KEY,
            issuer BYTEA NOT NULL,
            subject BYTEA NOT NULL,
            label BYTEA,
            since BIGINT NOT NULL,
            ends BIGINT NOT NULL,
            current BYTEA NOT NULL,
            rotated BIGINT NOT NULL,
            until BIGINT NOT NULL,
            spent BYTEA NOT NULL
        );
        CREATE INDEX portcullis_refresh_user ON portcullis_refresh (sha256(subject));
        CREATE INDEX portcullis_refresh_until ON portcullis_refresh ((LEAST(until, ends)));
    "],
};

/// Forgets some that are over, but for those that somebody else is at. Each new family makes
/// room for more than itself.
const FORGET: &str = "DELETE FROM portcullis_refresh WHERE id IN (
    SELECT id FROM portcullis_refresh WHERE LEAST(until, ends) <= $1
    ORDER BY LEAST(until, ends) LIMIT 16 FOR UPDATE SKIP LOCKED
)";

/// Ends them in the order of their ids, as everybody does: two at once do not wait for each
/// other. It asks twice, since a family that was rotated while it waited is another row.
async fn end_all(
    connection: &mut PgConnection,
    user: &UserId,
) -> Result<Vec<FamilyId>, StoreError> {
    let sql = "SELECT id FROM portcullis_refresh
        WHERE sha256(subject) = sha256($1) AND subject = $1 AND issuer = $2
        ORDER BY id FOR UPDATE";
    let ids: Vec<Vec<u8>> = sqlx::query_scalar(sql)
        .bind(user.id().as_bytes())
        .bind(user.issuer().as_bytes())
        .fetch_all(&mut *connection)
        .await?;
    let sql = "DELETE FROM portcullis_refresh WHERE id = ANY($1) RETURNING id";
    let ended: Vec<Vec<u8>> = sqlx::query_scalar(sql).bind(ids).fetch_all(connection).await?;
    let id = |bytes: Vec<u8>| Ok(FamilyId::new(<[u8; 16]>::try_from(bytes.as_slice())?));
    ended.into_iter().map(id).collect()
}

impl RefreshStore for PostgresStore {
    fn begin<'a>(
        &'a self,
        id: &'a FamilyId,
        family: StoredFamily,
        now: u64,
    ) -> StoreFuture<'a, ()> {
        self.bounded(async move {
            let mut writing = self.writing().await?;
            sqlx::query(FORGET).bind(integer(now)).execute(&mut *writing).await?;
            let done = insert(&mut writing, id, family).await?;
            writing.commit().await?;
            if done { Ok(()) } else { Err("there is a family of this id already".into()) }
        })
    }

    fn find<'a>(&'a self, id: &'a FamilyId, now: u64) -> StoreFuture<'a, Option<StoredFamily>> {
        self.bounded(async move {
            let mut lent = self.connection().await?;
            let sql = "SELECT id, issuer, subject, label, since, ends, current, rotated, until,
                spent FROM portcullis_refresh
                WHERE id = $1 AND LEAST(until, ends) > $2";
            let query = sqlx::query(sql).bind(id.as_bytes().as_slice()).bind(integer(now));
            let row = query.fetch_optional(&mut *lent).await?;
            lent.done();
            row.as_ref().map(|row| stored(row).map(|(_, family)| family)).transpose()
        })
    }

    fn rotate<'a>(
        &'a self,
        id: &'a FamilyId,
        from: &'a RefreshHash,
        to: Rotation,
    ) -> StoreFuture<'a, bool> {
        self.bounded(async move {
            let mut writing = self.writing().await?;
            let done = replace(&mut writing, id, from, to).await?;
            writing.commit().await?;
            Ok(done)
        })
    }

    fn end<'a>(&'a self, id: &'a FamilyId) -> StoreFuture<'a, bool> {
        self.bounded(async move {
            let mut writing = self.writing().await?;
            let sql = "DELETE FROM portcullis_refresh WHERE id = $1";
            let query = sqlx::query(sql).bind(id.as_bytes().as_slice());
            let done = query.execute(&mut *writing).await?;
            writing.commit().await?;
            Ok(done.rows_affected() == 1)
        })
    }

    fn list<'a>(
        &'a self,
        user: &'a UserId,
        now: u64,
    ) -> StoreFuture<'a, Vec<(FamilyId, StoredFamily)>> {
        self.bounded(async move {
            let mut lent = self.connection().await?;
            let sql = "SELECT id, issuer, subject, label, since, ends, current, rotated, until,
                spent FROM portcullis_refresh
                WHERE sha256(subject) = sha256($1) AND subject = $1 AND issuer = $2
                AND LEAST(until, ends) > $3 ORDER BY since, id";
            let query = sqlx::query(sql).bind(user.id().as_bytes());
            let query = query.bind(user.issuer().as_bytes()).bind(integer(now));
            let rows = query.fetch_all(&mut *lent).await?;
            lent.done();
            rows.iter().map(stored).collect()
        })
    }

    fn end_all<'a>(&'a self, user: &'a UserId) -> StoreFuture<'a, Vec<FamilyId>> {
        self.bounded(async move {
            let mut writing = self.writing().await?;
            let ended = end_all(&mut writing, user).await?;
            writing.commit().await?;
            Ok(ended)
        })
    }
}
