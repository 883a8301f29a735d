//! The documents, in a SQLite database that lasts as long as the process.

use sqlx::SqlitePool;
use sqlx::sqlite::SqlitePoolOptions;

pub(crate) struct Document {
    pub(crate) id: i64,
    pub(crate) tenant: String,
    pub(crate) owner: String,
    pub(crate) text: String,
}

#[derive(Clone)]
pub(crate) struct Documents(SqlitePool);

impl Documents {
    pub(crate) async fn open() -> Result<Self, sqlx::Error> {
        // One connection that is never closed: the database lives in it.
        let options = SqlitePoolOptions::new().max_connections(1);
        let options = options.idle_timeout(None).max_lifetime(None);
        let pool = options.connect("sqlite::memory:").await?;
        sqlx::raw_sql(
            "CREATE TABLE documents (
                id INTEGER PRIMARY KEY,
                tenant TEXT NOT NULL,
                owner TEXT NOT NULL,
                text TEXT NOT NULL
            ) STRICT;
            INSERT INTO documents (tenant, owner, text) VALUES
                ('acme', 'ada', 'the plan of ada'),
                ('acme', 'bob', 'the plan of bob'),
                ('umbrella', 'eve', 'the plan of eve');",
        )
        .execute(&pool)
        .await?;
        Ok(Self(pool))
    }

    pub(crate) async fn find(&self, id: i64) -> Result<Option<Document>, sqlx::Error> {
        let query = "SELECT id, tenant, owner, text FROM documents WHERE id = ?";
        let row = sqlx::query_as(query).bind(id).fetch_optional(&self.0).await?;
        Ok(row.map(|(id, tenant, owner, text)| Document { id, tenant, owner, text }))
    }

    pub(crate) async fn write(&self, id: i64, text: &str) -> Result<(), sqlx::Error> {
        let query = "UPDATE documents SET text = ? WHERE id = ?";
        sqlx::query(query).bind(text).bind(id).execute(&self.0).await.map(drop)
    }
}
