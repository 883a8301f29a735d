//! A pool that is the application's.

use std::str::FromStr;

use portcullis::{PostgresStore, SessionStore};
use portcullis_servers::Postgres;
use sqlx::PgPool;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use super::{KEY, session};

async fn pool(server: &Postgres, connections: u32) -> PgPool {
    // As careless as an application may be with what is its own.
    let options = PgConnectOptions::from_str(&server.url()).unwrap().options([
        ("synchronous_commit", "off"),
        ("default_transaction_isolation", "serializable"),
        ("default_transaction_read_only", "on"),
    ]);
    let pool = PgPoolOptions::new().max_connections(connections);
    pool.connect_with(options).await.unwrap()
}

async fn setting(pool: &PgPool, name: &str) -> String {
    let sql = "SELECT current_setting($1)";
    sqlx::query_scalar(sql).bind(name).fetch_one(pool).await.unwrap()
}

#[actix_web::test]
async fn a_pool_of_the_application_does_and_stays_as_it_was() {
    let server = Postgres::start().unwrap();
    let pool = pool(&server, 1).await;
    let store = PostgresStore::with_pool(pool.clone()).await.unwrap();
    portcullis::test::conformance::sessions(&store).await;
    portcullis::test::conformance::api_keys(&store).await;
    portcullis::test::conformance::refresh_tokens(&store).await;
    portcullis::test::conformance::revocations(&store).await;
    for (name, value) in [
        ("synchronous_commit", "off"),
        ("default_transaction_isolation", "serializable"),
        ("default_transaction_read_only", "on"),
        ("statement_timeout", "0"),
        ("idle_in_transaction_session_timeout", "0"),
    ] {
        assert_eq!(setting(&pool, name).await, value, "{name}");
    }
}

#[actix_web::test]
async fn closing_the_store_leaves_the_pool_open() {
    let server = Postgres::start().unwrap();
    let pool = pool(&server, 2).await;
    let store = PostgresStore::with_pool(pool.clone()).await.unwrap();
    let clone = store.clone();
    store.close().await;
    assert!(clone.find(&KEY, 100).await.is_err());
    assert!(clone.begin(&KEY, session(200), 100).await.is_err());
    assert_eq!(setting(&pool, "statement_timeout").await, "0");
}

#[actix_web::test]
async fn what_was_accepted_survives_a_kill_where_others_do_not_care() {
    let mut server = Postgres::start().unwrap();
    let store = PostgresStore::with_pool(pool(&server, 2).await).await.unwrap();
    for number in 0..20 {
        let key = portcullis::SessionKey::new([number; 32]);
        store.begin(&key, session(200), 100).await.unwrap();
        server.kill().unwrap();
        server.restart().unwrap();
        assert_eq!(store.find(&key, 100).await.unwrap(), Some(session(200)), "{number}");
    }
}
