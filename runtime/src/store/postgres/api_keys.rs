//! API keys in PostgreSQL.

use serde::{Deserialize, Serialize};
use sqlx::Row;
use sqlx::postgres::PgRow;

use super::migrations::Tables;
use super::{PostgresStore, integer, seconds, text};
use crate::store::{ApiKeyHash, ApiKeyStore, StoreError, StoreFuture, StoredApiKey};

/// Owners are found by their hash, since an index has no place for long ones.
pub(super) const TABLES: Tables = Tables {
    need: "api_keys",
    steps: &["
        CREATE TABLE portcullis_api_keys (
            id BYTEA NOT NULL PRIMARY KEY,
            hash BYTEA NOT NULL,
            owner BYTEA NOT NULL,
            label BYTEA NOT NULL,
            grants BYTEA NOT NULL,
            issued BIGINT NOT NULL,
            expires BIGINT,
            last_used BIGINT,
            disabled BOOLEAN NOT NULL,
            revoked BIGINT
        );
        CREATE INDEX portcullis_api_keys_owner ON portcullis_api_keys (sha256(owner), issued);
        CREATE INDEX portcullis_api_keys_expires ON portcullis_api_keys (expires);
        CREATE INDEX portcullis_api_keys_revoked ON portcullis_api_keys (revoked);
    "],
};

/// So many at once are forgotten within a deadline.
const BATCH: u64 = 1000;

/// What callers may do, as JSON in one column.
#[derive(Deserialize, Serialize)]
struct Grants {
    roles: Vec<String>,
    permissions: Vec<String>,
    scopes: Vec<String>,
}

fn stored(row: &PgRow) -> Result<StoredApiKey, StoreError> {
    let Grants { roles, permissions, scopes } = serde_json::from_slice(row.try_get("grants")?)?;
    let hash: &[u8] = row.try_get("hash")?;
    let optional = |column| row.try_get::<Option<i64>, _>(column).map(|at| at.map(seconds));
    Ok(StoredApiKey {
        id: text(row.try_get("id")?)?,
        hash: ApiKeyHash::new(hash.try_into()?),
        owner: text(row.try_get("owner")?)?,
        label: text(row.try_get("label")?)?,
        roles,
        permissions,
        scopes,
        issued: seconds(row.try_get("issued")?),
        expires: optional("expires")?,
        last_used: optional("last_used")?,
        disabled: row.try_get("disabled")?,
        revoked: optional("revoked")?,
    })
}

impl PostgresStore {
    async fn keep_api_key(&self, key: StoredApiKey) -> Result<(), StoreError> {
        let StoredApiKey { roles, permissions, scopes, .. } = key;
        let grants = serde_json::to_vec(&Grants { roles, permissions, scopes })?;
        let mut writing = self.writing().await?;
        let sql = "INSERT INTO portcullis_api_keys
            (id, hash, owner, label, grants, issued, expires, last_used, disabled, revoked)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (id) DO NOTHING";
        let done = sqlx::query(sql)
            .bind(key.id.into_bytes())
            .bind(key.hash.as_bytes().as_slice())
            .bind(key.owner.into_bytes())
            .bind(key.label.into_bytes())
            .bind(grants)
            .bind(integer(key.issued))
            .bind(key.expires.map(integer))
            .bind(key.last_used.map(integer))
            .bind(key.disabled)
            .bind(key.revoked.map(integer))
            .execute(&mut *writing)
            .await?;
        writing.commit().await?;
        match done.rows_affected() {
            1 => Ok(()),
            _ => Err("there is a key of this id already".into()),
        }
    }

    fn forget_some_api_keys(&self, before: u64) -> StoreFuture<'_, u64> {
        self.bounded(async move {
            let mut writing = self.writing().await?;
            let sql = "DELETE FROM portcullis_api_keys WHERE id IN (
                SELECT id FROM portcullis_api_keys WHERE expires < $1 OR revoked < $1
                ORDER BY id LIMIT $2 FOR UPDATE
            )";
            let query = sqlx::query(sql).bind(integer(before)).bind(integer(BATCH));
            let done = query.execute(&mut *writing).await?;
            writing.commit().await?;
            Ok(done.rows_affected())
        })
    }
}

impl ApiKeyStore for PostgresStore {
    fn add(&self, key: StoredApiKey) -> StoreFuture<'_, ()> {
        self.bounded(self.keep_api_key(key))
    }

    fn find<'a>(&'a self, id: &'a str) -> StoreFuture<'a, Option<StoredApiKey>> {
        self.bounded(async move {
            let mut lent = self.connection().await?;
            let sql = "SELECT id, hash, owner, label, grants, issued, expires, last_used, disabled,
                revoked FROM portcullis_api_keys WHERE id = $1";
            let row = sqlx::query(sql).bind(id.as_bytes()).fetch_optional(&mut *lent).await?;
            lent.done();
            row.as_ref().map(stored).transpose()
        })
    }

    fn list<'a>(&'a self, owner: &'a str) -> StoreFuture<'a, Vec<StoredApiKey>> {
        self.bounded(async move {
            let mut lent = self.connection().await?;
            let sql = "SELECT id, hash, owner, label, grants, issued, expires, last_used, disabled,
                revoked FROM portcullis_api_keys
                WHERE sha256(owner) = sha256($1) AND owner = $1 ORDER BY issued, id";
            let rows = sqlx::query(sql).bind(owner.as_bytes()).fetch_all(&mut *lent).await?;
            lent.done();
            rows.iter().map(stored).collect()
        })
    }

    fn mark_used<'a>(&'a self, id: &'a str, now: u64, unless_after: u64) -> StoreFuture<'a, bool> {
        self.bounded(async move {
            let mut writing = self.writing().await?;
            let sql = "UPDATE portcullis_api_keys SET last_used = $1
                WHERE id = $2 AND (last_used IS NULL OR last_used <= $3)";
            let query = sqlx::query(sql).bind(integer(now)).bind(id.as_bytes());
            let done = query.bind(integer(unless_after)).execute(&mut *writing).await?;
            writing.commit().await?;
            Ok(done.rows_affected() == 1)
        })
    }

    fn set_disabled<'a>(
        &'a self,
        owner: &'a str,
        id: &'a str,
        disabled: bool,
    ) -> StoreFuture<'a, bool> {
        self.bounded(async move {
            let mut writing = self.writing().await?;
            let sql = "UPDATE portcullis_api_keys SET disabled = $1
                WHERE id = $2 AND owner = $3 AND revoked IS NULL";
            let query = sqlx::query(sql).bind(disabled).bind(id.as_bytes());
            let done = query.bind(owner.as_bytes()).execute(&mut *writing).await?;
            writing.commit().await?;
            Ok(done.rows_affected() == 1)
        })
    }

    fn revoke<'a>(&'a self, owner: &'a str, id: &'a str, now: u64) -> StoreFuture<'a, bool> {
        self.bounded(async move {
            let mut writing = self.writing().await?;
            let sql = "UPDATE portcullis_api_keys SET revoked = $1
                WHERE id = $2 AND owner = $3 AND revoked IS NULL";
            let query = sqlx::query(sql).bind(integer(now)).bind(id.as_bytes());
            let done = query.bind(owner.as_bytes()).execute(&mut *writing).await?;
            writing.commit().await?;
            Ok(done.rows_affected() == 1)
        })
    }

    fn forget(&self, before: u64) -> StoreFuture<'_, u64> {
        Box::pin(async move {
            let mut forgotten = 0;
            loop {
                let some = self.forget_some_api_keys(before).await?;
                forgotten += some;
                if some < BATCH {
                    return Ok(forgotten);
                }
            }
        })
    }
}
