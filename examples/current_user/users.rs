//! The users of the application, in a SQLite file.

use std::error::Error;
use std::path::Path;

use portcullis::{LoadUser, Principal};
use serde::Serialize;
use sqlx::SqlitePool;
use sqlx::sqlite::SqliteConnectOptions;

/// Why the users cannot be asked: neither a yes nor a no.
pub(crate) type Fault = Box<dyn Error + Send + Sync>;

/// A user, as others may see it: the password's hash is no part of it.
#[derive(Serialize)]
pub(crate) struct User {
    pub(crate) id: String,
    pub(crate) email: String,
    pub(crate) name: String,
    #[serde(skip)]
    disabled: bool,
}

/// `get_current_user` of the lesson. The token is verified before this is asked.
impl LoadUser for User {
    type Source = SqlitePool;

    async fn load(db: &SqlitePool, caller: &Principal) -> Result<Option<Self>, Fault> {
        let sql = "SELECT id, email, name, disabled FROM users WHERE id = ?";
        let user = sqlx::query_as(sql).bind(caller.id()).fetch_optional(db).await?;
        Ok(user.map(|(id, email, name, disabled)| Self { id, email, name, disabled }))
    }

    fn is_disabled(&self) -> bool {
        self.disabled
    }
}

// A token names the user by an id of its own: an email may change hands.
const TABLE: &str = "
    CREATE TABLE IF NOT EXISTS users (
        id TEXT NOT NULL PRIMARY KEY DEFAULT (lower(hex(randomblob(16)))),
        email TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        password_hash TEXT NOT NULL,
        disabled INTEGER NOT NULL DEFAULT FALSE
    ) STRICT
";

/// Opens the file; makes it if there is none.
pub(crate) async fn open(file: &Path) -> Result<SqlitePool, sqlx::Error> {
    let options = SqliteConnectOptions::new().filename(file).create_if_missing(true);
    let db = SqlitePool::connect_with(options).await?;
    sqlx::raw_sql(TABLE).execute(&db).await?;
    Ok(db)
}
