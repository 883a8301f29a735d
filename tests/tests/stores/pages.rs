//! More revocations than are read at once.

use portcullis::{
    MemoryStore, Position, PostgresStore, Revocable, Revocation, RevocationStore, SqliteStore,
};
use portcullis_servers::Postgres;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, PgConnection};

const MANY: usize = 5000;

/// How many are read by whoever goes on for as long as there is more, and in how many pages.
async fn read(store: &dyn RevocationStore) -> (usize, usize) {
    let (mut at, mut count, mut pages) = (Position(0), 0, 0);
    loop {
        let read = store.after(at, 100).await.unwrap();
        at = read.position;
        count += read.revocations.len();
        pages += 1;
        if !read.more {
            assert_eq!(store.after(at, 100).await.unwrap().revocations, []);
            return (count, pages);
        }
    }
}

#[actix_web::test]
async fn memory_says_whether_there_is_more() {
    let store = MemoryStore::new();
    for number in 0..MANY {
        let what = Revocable::Token(number.to_string());
        let revocation = Revocation { issuer: "issuer".to_owned(), what, until: None };
        store.revoke(revocation, 100).await.unwrap();
    }
    assert_eq!(read(&store).await, (MANY, 2));
}

#[actix_web::test]
async fn sqlite_says_whether_there_is_more() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("store.sqlite");
    let store = SqliteStore::open(&file).await.unwrap();
    let mut raw = SqliteConnectOptions::new().filename(&file).connect().await.unwrap();
    let sql =
        "WITH RECURSIVE number (it) AS (SELECT 1 UNION ALL SELECT it + 1 FROM number LIMIT 5000)
        INSERT INTO portcullis_revocations (issuer, kind, id, up_to, until)
        SELECT 'issuer', 0, CAST(it AS TEXT), 0, 1000 FROM number";
    sqlx::raw_sql(sql).execute(&mut raw).await.unwrap();
    assert_eq!(read(&store).await, (MANY, 2));
}

#[actix_web::test]
async fn postgres_says_whether_there_is_more() {
    let server = Postgres::start().unwrap();
    let store = PostgresStore::connect(&server.url()).await.unwrap();
    let mut raw = PgConnection::connect(&server.url()).await.unwrap();
    let sql = "INSERT INTO portcullis_revocations (position, issuer, kind, id, up_to, until)
        SELECT it, 'issuer', 0, it::text::bytea, 0, 1000 FROM generate_series(1, 5000) AS it;
        UPDATE portcullis_last_revocation SET position = 5000";
    sqlx::raw_sql(sql).execute(&mut raw).await.unwrap();
    assert_eq!(read(&store).await, (MANY, 2));
}
