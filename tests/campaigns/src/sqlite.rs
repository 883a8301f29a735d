//! What only SQLite needs: it has no server to be asked for a dump, or to be frozen.

use std::path::Path;

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions as _, Row as _};
use tokio::runtime;

use crate::Outcome;

/// The name of the file in its folder.
pub(crate) const FILE: &str = "store.sqlite";

/// Every value of every row of every table, as literals of SQL.
pub(crate) fn rows(folder: &Path) -> Outcome<Vec<u8>> {
    block_on(async {
        let mut connection = connect(folder).await?;
        let mut all = String::new();
        let columns = "SELECT t.name, c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c \
                       WHERE t.type = 'table'";
        for column in sqlx::query(columns).fetch_all(&mut connection).await? {
            let (table, name): (String, String) = (column.try_get(0)?, column.try_get(1)?);
            let values = format!("SELECT quote(\"{name}\") FROM \"{table}\"");
            let values =
                sqlx::query(sqlx::AssertSqlSafe(values)).fetch_all(&mut connection).await?;
            for value in values {
                all.push_str(&value.try_get::<String, _>(0)?);
                all.push('\n');
            }
        }
        Ok(all.into_bytes())
    })
}

/// Keeps everybody else from writing, until it is dropped.
#[derive(Debug)]
pub(crate) struct Locked(Option<(runtime::Runtime, SqliteConnection)>);

impl Locked {
    pub(crate) fn new(folder: &Path) -> Outcome<Self> {
        let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
        let connection = runtime.block_on(async {
            let mut connection = connect(folder).await?;
            sqlx::query("BEGIN EXCLUSIVE").execute(&mut connection).await?;
            Ok::<_, crate::Failure>(connection)
        })?;
        Ok(Self(Some((runtime, connection))))
    }
}

impl Drop for Locked {
    fn drop(&mut self) {
        if let Some((runtime, mut connection)) = self.0.take() {
            // Closing the connection ends the transaction in any case.
            drop(runtime.block_on(sqlx::query("ROLLBACK").execute(&mut connection)));
        }
    }
}

async fn connect(folder: &Path) -> Outcome<SqliteConnection> {
    Ok(SqliteConnectOptions::new().filename(folder.join(FILE)).connect().await?)
}

fn block_on<T>(what: impl Future<Output = Outcome<T>>) -> Outcome<T> {
    runtime::Builder::new_current_thread().enable_all().build()?.block_on(what)
}
