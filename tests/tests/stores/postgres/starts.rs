//! Starts: several at once, without rights, on a database that is not ours, and refused ones.

use futures_util::future::join_all;
use portcullis::{Position, PostgresStore, Revocable, Revocation, RevocationStore, SessionStore};
use portcullis_servers::Postgres;

use super::{KEY, raw, run, session};

async fn refused(url: &str) -> String {
    let error = PostgresStore::connect(url).await.unwrap_err();
    format!("{error} {error:?}")
}

#[actix_web::test]
async fn several_may_start_at_once_on_an_empty_database() {
    let server = Postgres::start().unwrap();
    let url = server.url();
    let stores = join_all((0..8).map(|_| PostgresStore::connect(&url))).await;
    for (number, store) in (1..).zip(stores) {
        let key = portcullis::SessionKey::new([number; 32]);
        store.unwrap().begin(&key, session(200), 100).await.unwrap();
    }
    let rows = "SELECT COUNT(*) FROM portcullis_last_revocation";
    let rows: i64 = sqlx::query_scalar(rows).fetch_one(&mut raw(&server).await).await.unwrap();
    assert_eq!(rows, 1, "a step was done twice, or left out");
}

#[actix_web::test]
async fn a_database_that_a_newer_version_has_written_is_refused() {
    let server = Postgres::start().unwrap();
    PostgresStore::connect(&server.url()).await.unwrap().close().await;
    let newer = "INSERT INTO portcullis_migrations (need, step) VALUES ('sessions', 99)";
    run(&mut raw(&server).await, newer).await;
    let told = refused(&server.url()).await;
    assert!(told.starts_with("a newer version of `portcullis` has written"), "{told}");
}

#[actix_web::test]
async fn the_database_may_be_the_applications() {
    let server = Postgres::start().unwrap();
    let mut own = raw(&server).await;
    run(&mut own, "CREATE TABLE sessions (mine TEXT); INSERT INTO sessions VALUES ('kept')").await;
    let store = PostgresStore::connect(&server.url()).await.unwrap();
    store.begin(&KEY, session(200), 100).await.unwrap();
    let kept: String =
        sqlx::query_scalar("SELECT mine FROM sessions").fetch_one(&mut own).await.unwrap();
    assert_eq!(kept, "kept");
    let tables = "SELECT tablename::text FROM pg_tables
        WHERE schemaname = 'public' AND tablename <> 'sessions'";
    let tables: Vec<String> = sqlx::query_scalar(tables).fetch_all(&mut own).await.unwrap();
    assert!(!tables.is_empty());
    assert!(tables.iter().all(|name| name.starts_with("portcullis_")), "{tables:?}");
}

#[actix_web::test]
async fn who_may_not_make_tables_uses_those_that_are_there() {
    let server = Postgres::start().unwrap();
    let mut own = raw(&server).await;
    run(&mut own, "CREATE ROLE app LOGIN PASSWORD 'app'").await;
    let url = format!("postgres://app:app@{}/postgres?sslmode=disable", server.address());
    let told = refused(&url).await;
    assert!(told.contains("permission denied for schema public"), "{told}");
    PostgresStore::connect(&server.url()).await.unwrap().close().await;
    run(&mut own, "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO app")
        .await;
    let store = PostgresStore::connect(&url).await.unwrap();
    portcullis::test::conformance::sessions(&store).await;
    portcullis::test::conformance::api_keys(&store).await;
    portcullis::test::conformance::refresh_tokens(&store).await;
    portcullis::test::conformance::revocations(&store).await;
}

#[actix_web::test]
async fn a_password_is_never_told() {
    const SECRET: &str = "open-sesame";
    let mut server = Postgres::start().unwrap();
    run(&mut raw(&server).await, "ALTER ROLE postgres PASSWORD 'open-sesame'").await;
    let address = server.address();
    let at = |user: &str, rest: &str| format!("postgres://{user}:{SECRET}@{address}/{rest}");
    let plain = "postgres?sslmode=disable";
    let store = PostgresStore::connect(&at("postgres", plain)).await.unwrap();
    assert!(!format!("{store:?}").contains(SECRET));
    let mut told = vec![
        refused(&at("nobody", plain)).await,
        refused(&at("postgres", "nothing?sslmode=disable")).await,
        refused(&at("postgres", "postgres?sslmode=require")).await,
        refused(&at("postgres", "postgres?sslmode=odd")).await,
        refused(&format!("postgres://a:{SECRET}@[/")).await,
        refused(&format!("mysql:{SECRET}")).await,
    ];
    server.kill().unwrap();
    told.push(refused(&at("postgres", plain)).await);
    told.push(store.find(&KEY, 0).await.unwrap_err().to_string());
    store.close().await;
    told.push(store.find(&KEY, 0).await.unwrap_err().to_string());
    for told in told {
        assert!(!told.is_empty() && !told.contains(SECRET), "{told}");
    }
}

#[actix_web::test]
async fn nothing_revoked_in_new_tables_is_behind_what_was_read_of_lost_ones() {
    let server = Postgres::start().unwrap();
    let token = |id: &str| Revocation {
        issuer: "https://issuer.example".to_owned(),
        what: Revocable::Token(id.to_owned()),
        until: None,
    };
    let store = PostgresStore::connect(&server.url()).await.unwrap();
    for id in ["one", "two"] {
        store.revoke(token(id), 100).await.unwrap();
    }
    let read = store.after(Position(0), 100).await.unwrap();
    let wipe = "DROP TABLE portcullis_revocations, portcullis_last_revocation;
        DELETE FROM portcullis_migrations WHERE need = 'revocations'";
    run(&mut raw(&server).await, wipe).await;
    let other = PostgresStore::connect(&server.url()).await.unwrap();
    for id in ["three", "four", "five"] {
        other.revoke(token(id), 100).await.unwrap();
    }
    let news = other.after(read.position, 100).await.unwrap();
    assert_eq!(news.revocations, ["three", "four", "five"].map(token));
}
