//! API keys in SQLite.

use serde::{Deserialize, Serialize};
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use super::migrations::Tables;
use super::{SqliteStore, integer, seconds};
use crate::store::{ApiKeyHash, ApiKeyStore, StoreError, StoreFuture, StoredApiKey};

pub(super) const TABLES: Tables = Tables {
    need: "api_keys",
    steps: &["
        CREATE TABLE portcullis_api_keys (
            id TEXT NOT NULL PRIMARY KEY,
            hash BLOB NOT NULL,
            owner TEXT NOT NULL,
            label TEXT NOT NULL,
            grants TEXT NOT NULL,
            issued INTEGER NOT NULL,
            expires INTEGER,
            last_used INTEGER,
            disabled INTEGER NOT NULL,
            revoked INTEGER
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX portcullis_api_keys_owner ON portcullis_api_keys (owner, issued);
    "],
};

/// What callers may do, as JSON in one column.
#[derive(Deserialize, Serialize)]
struct Grants {
    roles: Vec<String>,
    permissions: Vec<String>,
    scopes: Vec<String>,
}

fn stored(row: &SqliteRow) -> Result<StoredApiKey, StoreError> {
    let Grants { roles, permissions, scopes } = serde_json::from_str(row.try_get("grants")?)?;
    let hash: &[u8] = row.try_get("hash")?;
    let optional = |column| row.try_get::<Option<i64>, _>(column).map(|at| at.map(seconds));
    Ok(StoredApiKey {
        id: row.try_get("id")?,
        hash: ApiKeyHash::new(hash.try_into()?),
        owner: row.try_get("owner")?,
        label: row.try_get("label")?,
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

impl ApiKeyStore for SqliteStore {
    fn add(&self, key: StoredApiKey) -> StoreFuture<'_, ()> {
        self.bounded(async move {
            let StoredApiKey { roles, permissions, scopes, .. } = key;
            let grants = serde_json::to_string(&Grants { roles, permissions, scopes })?;
            let sql = "INSERT INTO portcullis_api_keys
                (id, hash, owner, label, grants, issued, expires, last_used, disabled, revoked)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
            sqlx::query(sql)
                .bind(key.id)
                .bind(key.hash.as_bytes().as_slice())
                .bind(key.owner)
                .bind(key.label)
                .bind(grants)
                .bind(integer(key.issued))
                .bind(key.expires.map(integer))
                .bind(key.last_used.map(integer))
                .bind(key.disabled)
                .bind(key.revoked.map(integer))
                .execute(&self.pool)
                .await?;
            Ok(())
        })
    }

    fn find<'a>(&'a self, id: &'a str) -> StoreFuture<'a, Option<StoredApiKey>> {
        self.bounded(async move {
            let sql = "SELECT * FROM portcullis_api_keys WHERE id = ?";
            let row = sqlx::query(sql).bind(id).fetch_optional(&self.pool).await?;
            row.as_ref().map(stored).transpose()
        })
    }

    fn list<'a>(&'a self, owner: &'a str) -> StoreFuture<'a, Vec<StoredApiKey>> {
        self.bounded(async move {
            let sql = "SELECT * FROM portcullis_api_keys WHERE owner = ? ORDER BY issued, id";
            let rows = sqlx::query(sql).bind(owner).fetch_all(&self.pool).await?;
            rows.iter().map(stored).collect()
        })
    }

    fn mark_used<'a>(&'a self, id: &'a str, now: u64, unless_after: u64) -> StoreFuture<'a, bool> {
        self.bounded(async move {
            let sql = "UPDATE portcullis_api_keys SET last_used = ?
                WHERE id = ? AND (last_used IS NULL OR last_used <= ?)";
            let query = sqlx::query(sql).bind(integer(now)).bind(id).bind(integer(unless_after));
            Ok(query.execute(&self.pool).await?.rows_affected() == 1)
        })
    }

    fn set_disabled<'a>(
        &'a self,
        owner: &'a str,
        id: &'a str,
        disabled: bool,
    ) -> StoreFuture<'a, bool> {
        self.bounded(async move {
            let sql = "UPDATE portcullis_api_keys SET disabled = ?
                WHERE id = ? AND owner = ? AND revoked IS NULL";
            let query = sqlx::query(sql).bind(disabled).bind(id).bind(owner);
            Ok(query.execute(&self.pool).await?.rows_affected() == 1)
        })
    }

    fn revoke<'a>(&'a self, owner: &'a str, id: &'a str, now: u64) -> StoreFuture<'a, bool> {
        self.bounded(async move {
            let sql = "UPDATE portcullis_api_keys SET revoked = ?
                WHERE id = ? AND owner = ? AND revoked IS NULL";
            let query = sqlx::query(sql).bind(integer(now)).bind(id).bind(owner);
            Ok(query.execute(&self.pool).await?.rows_affected() == 1)
        })
    }

    /// Without a deadline, but for the lock: it may be about many.
    fn forget(&self, before: u64) -> StoreFuture<'_, u64> {
        Box::pin(async move {
            let sql = "DELETE FROM portcullis_api_keys WHERE expires < ? OR revoked < ?";
            let query = sqlx::query(sql).bind(integer(before)).bind(integer(before));
            Ok(query.execute(&self.pool).await?.rows_affected())
        })
    }
}
