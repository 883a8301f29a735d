//! Families of refresh tokens in SQLite.

use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use super::migrations::Tables;
use super::{SqliteStore, integer, seconds};
use crate::privileges::UserId;
use crate::store::spent::{decoded, encoded};
use crate::store::{
    FamilyId, RefreshHash, RefreshStore, Rotation, StoreError, StoreFuture, StoredFamily,
};

pub(super) const TABLES: Tables = Tables {
    need: "refresh",
    steps: &["
        CREATE TABLE portcullis_refresh (
            id BLOB NOT NULL PRIMARY KEY,
            issuer TEXT NOT NULL,
            subject TEXT NOT NULL,
            label TEXT,
            since INTEGER NOT NULL,
            ends INTEGER NOT NULL,
            current BLOB NOT NULL,
            rotated INTEGER NOT NULL,
            until INTEGER NOT NULL,
            spent BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX portcullis_refresh_until ON portcullis_refresh (min(until, ends));
        CREATE INDEX portcullis_refresh_user ON portcullis_refresh (issuer, subject);
    "],
};

fn id(row: &SqliteRow) -> Result<FamilyId, StoreError> {
    let id: &[u8] = row.try_get("id")?;
    Ok(FamilyId::new(id.try_into()?))
}

fn stored(row: &SqliteRow) -> Result<StoredFamily, StoreError> {
    let text = |column| row.try_get::<String, _>(column);
    let time = |column| row.try_get::<i64, _>(column).map(seconds);
    let current: &[u8] = row.try_get("current")?;
    Ok(StoredFamily {
        user: UserId::new(text("issuer")?, text("subject")?),
        label: row.try_get("label")?,
        since: time("since")?,
        ends: time("ends")?,
        rotation: Rotation {
            current: RefreshHash::new(current.try_into()?),
            at: time("rotated")?,
            until: time("until")?,
            spent: decoded(row.try_get("spent")?)?,
        },
    })
}

impl SqliteStore {
    /// Forgets some that are over. Each new family makes room for more than itself.
    async fn forget_families_over_at(&self, now: u64) -> Result<(), StoreError> {
        let sql = "DELETE FROM portcullis_refresh WHERE id IN (
            SELECT id FROM portcullis_refresh
            WHERE min(until, ends) <= ? ORDER BY min(until, ends) LIMIT 16
        )";
        sqlx::query(sql).bind(integer(now)).execute(&self.pool).await?;
        Ok(())
    }

    async fn begin_family(
        &self,
        id: &FamilyId,
        family: StoredFamily,
        now: u64,
    ) -> Result<(), StoreError> {
        self.forget_families_over_at(now).await?;
        let sql = "INSERT INTO portcullis_refresh
            (id, issuer, subject, label, since, ends, current, rotated, until, spent)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        let Rotation { current, at, until, spent } = family.rotation;
        sqlx::query(sql)
            .bind(id.as_bytes().as_slice())
            .bind(family.user.issuer())
            .bind(family.user.id())
            .bind(family.label)
            .bind(integer(family.since))
            .bind(integer(family.ends))
            .bind(current.as_bytes().as_slice())
            .bind(integer(at))
            .bind(integer(until))
            .bind(encoded(&spent)?)
            .execute(&self.pool)
            .await?;
        Ok(())
    }
}

impl RefreshStore for SqliteStore {
    fn begin<'a>(
        &'a self,
        id: &'a FamilyId,
        family: StoredFamily,
        now: u64,
    ) -> StoreFuture<'a, ()> {
        self.bounded(self.begin_family(id, family, now))
    }

    fn find<'a>(&'a self, id: &'a FamilyId, now: u64) -> StoreFuture<'a, Option<StoredFamily>> {
        self.bounded(async move {
            let sql = "SELECT * FROM portcullis_refresh WHERE id = ? AND min(until, ends) > ?";
            let query = sqlx::query(sql).bind(id.as_bytes().as_slice()).bind(integer(now));
            query.fetch_optional(&self.pool).await?.as_ref().map(stored).transpose()
        })
    }

    fn rotate<'a>(
        &'a self,
        id: &'a FamilyId,
        from: &'a RefreshHash,
        to: Rotation,
    ) -> StoreFuture<'a, bool> {
        self.bounded(async move {
            let sql = "UPDATE portcullis_refresh
                SET current = ?, rotated = ?, until = ?, spent = ? WHERE id = ? AND current = ?";
            let query = sqlx::query(sql)
                .bind(to.current.as_bytes().as_slice())
                .bind(integer(to.at))
                .bind(integer(to.until))
                .bind(encoded(&to.spent)?)
                .bind(id.as_bytes().as_slice())
                .bind(from.as_bytes().as_slice());
            Ok(query.execute(&self.pool).await?.rows_affected() == 1)
        })
    }

    fn end<'a>(&'a self, id: &'a FamilyId) -> StoreFuture<'a, bool> {
        self.bounded(async move {
            let sql = "DELETE FROM portcullis_refresh WHERE id = ?";
            let query = sqlx::query(sql).bind(id.as_bytes().as_slice());
            Ok(query.execute(&self.pool).await?.rows_affected() == 1)
        })
    }

    fn list<'a>(
        &'a self,
        user: &'a UserId,
        now: u64,
    ) -> StoreFuture<'a, Vec<(FamilyId, StoredFamily)>> {
        self.bounded(async move {
            let sql = "SELECT * FROM portcullis_refresh
                WHERE issuer = ? AND subject = ? AND min(until, ends) > ? ORDER BY since, id";
            let query = sqlx::query(sql).bind(user.issuer()).bind(user.id()).bind(integer(now));
            let rows = query.fetch_all(&self.pool).await?;
            rows.iter().map(|row| Ok((id(row)?, stored(row)?))).collect()
        })
    }

    fn end_all<'a>(&'a self, user: &'a UserId) -> StoreFuture<'a, Vec<FamilyId>> {
        self.bounded(async move {
            let sql = "DELETE FROM portcullis_refresh
                WHERE issuer = ? AND subject = ? RETURNING id";
            let query = sqlx::query(sql).bind(user.issuer()).bind(user.id());
            query.fetch_all(&self.pool).await?.iter().map(id).collect()
        })
    }
}
