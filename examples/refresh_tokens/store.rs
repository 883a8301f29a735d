//! The stores to choose from. The set-up is the same over each of them.

use portcullis::{MemoryStore, Portcullis, PostgresStore, RedisStore, SqliteStore};

use crate::Fault;
use crate::cli::Kind;
use crate::set_up::SetUp;

pub(crate) async fn open(set_up: SetUp<'_>) -> Result<Portcullis, Fault> {
    let options = set_up.options;
    match (options.store, options.url.as_slice()) {
        (Kind::Memory, []) => set_up.over(MemoryStore::new()).await,
        (Kind::Sqlite, []) => {
            let store = SqliteStore::open(&options.database).await.map_err(|error| {
                let file = options.database.display();
                format!("{file}: {error}; choose another file with --database")
            })?;
            set_up.over(store).await
        }
        (Kind::Postgres, [url]) => set_up.over(PostgresStore::connect(url).await?).await,
        (Kind::Redis, [url]) => set_up.over(RedisStore::connect(url).await?).await,
        (Kind::Redis, [_, _, ..]) => {
            set_up.over(RedisStore::connect_cluster(&options.url).await?).await
        }
        (Kind::Postgres, []) => Err("--store postgres needs a database, such as \
             --url postgres://user:password@localhost/app"
            .into()),
        (Kind::Redis, []) => {
            Err("--store redis needs a server, such as --url redis://localhost:6379".into())
        }
        (Kind::Postgres, _) => Err("--store postgres takes one --url".into()),
        (Kind::Memory | Kind::Sqlite, _) => {
            Err("--url is for --store postgres and --store redis".into())
        }
    }
}
