//! The tables, and the personas in them. A file that has users already is left as it is.

use sqlx::{Sqlite, SqlitePool, Transaction};

use super::Fault;
use super::password;
use crate::personas::{PERSONAS, Persona};

const TABLES: &str = "
    CREATE TABLE IF NOT EXISTS users (
        id TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        password_hash TEXT NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS privileges (
        user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('role', 'permission', 'scope', 'claim')),
        name TEXT NOT NULL,
        value TEXT CHECK ((kind = 'claim') = (value IS NOT NULL)),
        PRIMARY KEY (user_id, kind, name)
    ) STRICT;
    CREATE TABLE IF NOT EXISTS watch (
        user_id TEXT NOT NULL PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE
    ) STRICT;
";

/// Fails, and so changes nothing, if `users` is the table of another application.
const USERS: &str = "SELECT count(*) FROM (SELECT id, name, password_hash FROM users)";

/// All of it or nothing: a start that is cut short leaves no half-filled file.
pub(super) async fn plant(pool: &SqlitePool) -> Result<(), Fault> {
    let mut transaction = pool.begin_with("BEGIN IMMEDIATE").await?;
    sqlx::raw_sql(TABLES).execute(&mut *transaction).await?;
    let users: i64 = sqlx::query_scalar(USERS).fetch_one(&mut *transaction).await?;
    if users == 0 {
        for persona in PERSONAS {
            insert(persona, &mut transaction).await?;
        }
    }
    Ok(transaction.commit().await?)
}

async fn insert(persona: &Persona, transaction: &mut Transaction<'_, Sqlite>) -> Result<(), Fault> {
    sqlx::query("INSERT INTO users (id, name, password_hash) VALUES (?, ?, ?)")
        .bind(persona.id)
        .bind(persona.name)
        .bind(password::hash(persona.password).await?)
        .execute(&mut **transaction)
        .await?;
    for (kind, name, value) in persona.privileges() {
        sqlx::query("INSERT INTO privileges (user_id, kind, name, value) VALUES (?, ?, ?, ?)")
            .bind(persona.id)
            .bind(kind)
            .bind(name)
            .bind(value)
            .execute(&mut **transaction)
            .await?;
    }
    if persona.on_watch {
        let sql = "INSERT INTO watch (user_id) VALUES (?)";
        sqlx::query(sql).bind(persona.id).execute(&mut **transaction).await?;
    }
    Ok(())
}
