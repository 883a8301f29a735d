//! A file: what it outlives, what it may hold besides, and which are refused.

use std::time::{Duration, Instant};

use actix_web::rt::time::sleep;
use futures_util::future::{join, join_all};
use portcullis::{
    Position, Revocable, Revocation, RevocationStore, SessionKey, SessionStore, Span, SqliteStore,
    StoredSession,
};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, SqliteConnection};
use tempfile::TempDir;

const KEY: SessionKey = SessionKey::new([7; 32]);

/// Shorter than what SQLite itself would wait.
const DEADLINE: Duration = Duration::from_secs(1);

fn session(until: u64) -> StoredSession {
    StoredSession { contents: "{}".to_owned(), span: Span { since: 100, until } }
}

async fn raw(folder: &TempDir) -> SqliteConnection {
    let file = folder.path().join("store.sqlite");
    let options = SqliteConnectOptions::new().filename(file).create_if_missing(true);
    options.connect().await.unwrap()
}

async fn open(folder: &TempDir) -> Result<SqliteStore, String> {
    let store = SqliteStore::open(folder.path().join("store.sqlite")).await;
    store.map_err(|error| error.to_string())
}

#[actix_web::test]
async fn what_was_kept_is_there_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(&folder).await.unwrap();
    store.begin(&KEY, session(200), 100).await.unwrap();
    store.close().await;
    let store = open(&folder).await.unwrap();
    assert_eq!(store.find(&KEY, 100).await.unwrap(), Some(session(200)));
}

#[actix_web::test]
async fn a_closed_store_cannot_be_asked() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(&folder).await.unwrap();
    let clone = store.clone();
    store.close().await;
    assert!(clone.find(&KEY, 100).await.is_err());
    assert!(clone.begin(&KEY, session(200), 100).await.is_err());
    let span = session(200).span;
    assert!(clone.renew(&KEY, span, span).await.is_err());
    assert!(clone.end(&KEY).await.is_err());
}

#[actix_web::test]
async fn the_file_may_be_the_applications() {
    let folder = tempfile::tempdir().unwrap();
    let mut own = raw(&folder).await;
    let table = "CREATE TABLE sessions (mine TEXT); INSERT INTO sessions VALUES ('kept')";
    sqlx::raw_sql(table).execute(&mut own).await.unwrap();
    let store = open(&folder).await.unwrap();
    store.begin(&KEY, session(200), 100).await.unwrap();
    let kept: String =
        sqlx::query_scalar("SELECT mine FROM sessions").fetch_one(&mut own).await.unwrap();
    assert_eq!(kept, "kept");
    let tables: Vec<String> = sqlx::query_scalar(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'sessions'
            AND name NOT LIKE 'sqlite_%'",
    )
    .fetch_all(&mut own)
    .await
    .unwrap();
    assert!(!tables.is_empty());
    assert!(tables.iter().all(|name| name.starts_with("portcullis_")), "{tables:?}");
}

#[actix_web::test]
async fn writes_are_on_the_disk_before_they_are_accepted() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(&folder).await.unwrap();
    store.begin(&KEY, session(200), 100).await.unwrap();
    let mut own = raw(&folder).await;
    let mode: String = sqlx::query_scalar("PRAGMA journal_mode").fetch_one(&mut own).await.unwrap();
    assert_eq!(mode, "wal");
}

#[actix_web::test]
async fn what_is_over_is_forgotten_in_time() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(&folder).await.unwrap();
    for number in 0..40 {
        store.begin(&SessionKey::new([number; 32]), session(200), 100).await.unwrap();
    }
    // Later sessions begin, each when those of before are over.
    for number in 40..44 {
        store.begin(&SessionKey::new([number; 32]), session(400), 300).await.unwrap();
    }
    let mut own = raw(&folder).await;
    let left: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM portcullis_sessions")
        .fetch_one(&mut own)
        .await
        .unwrap();
    assert_eq!(left, 4);
}

#[actix_web::test]
async fn a_file_that_a_newer_version_has_written_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    open(&folder).await.unwrap().close().await;
    let mut own = raw(&folder).await;
    let newer = "INSERT INTO portcullis_migrations (need, step) VALUES ('sessions', 99)";
    sqlx::raw_sql(newer).execute(&mut own).await.unwrap();
    let told = open(&folder).await.unwrap_err();
    assert_eq!(told, "a newer version of `portcullis` has written this file");
}

#[actix_web::test]
async fn a_file_that_is_no_database_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let text = "not a database, though long enough to be looked at".repeat(20);
    std::fs::write(folder.path().join("store.sqlite"), text).unwrap();
    let told = open(&folder).await.unwrap_err();
    assert!(told.ends_with("file is not a database"), "{told}");
}

#[actix_web::test]
async fn nothing_revoked_in_a_new_file_is_behind_what_was_read_of_a_lost_one() {
    let (lost, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let token = |id: &str| Revocation {
        issuer: "https://issuer.example".to_owned(),
        what: Revocable::Token(id.to_owned()),
        until: None,
    };
    let store = open(&lost).await.unwrap();
    for id in ["one", "two"] {
        store.revoke(token(id), 100).await.unwrap();
    }
    let read = store.after(Position(0), 100).await.unwrap();
    store.close().await;
    let store = open(&folder).await.unwrap();
    for id in ["three", "four", "five"] {
        store.revoke(token(id), 100).await.unwrap();
    }
    let news = store.after(read.position, 100).await.unwrap();
    assert_eq!(news.revocations, ["three", "four", "five"].map(token));
}

async fn locked(folder: &TempDir) -> SqliteConnection {
    let mut other = raw(folder).await;
    sqlx::raw_sql("BEGIN IMMEDIATE").execute(&mut other).await.unwrap();
    other
}

#[actix_web::test]
async fn a_locked_file_is_an_error_at_the_deadline_however_many_wait() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(&folder).await.unwrap().deadline(DEADLINE);
    store.begin(&KEY, session(200), 100).await.unwrap();
    let mut other = locked(&folder).await;
    let begun = Instant::now();
    // More than there are connections.
    let ended = join_all((0..25).map(|_| store.end(&KEY))).await;
    assert!(ended.iter().all(Result::is_err));
    assert!(begun.elapsed() < DEADLINE * 2, "{:?}", begun.elapsed());
    sqlx::raw_sql("COMMIT").execute(&mut other).await.unwrap();
    other.close().await.unwrap();
    let next = SessionKey::new([8; 32]);
    while store.begin(&next, session(200), 100).await.is_err() {
        assert!(begun.elapsed() < DEADLINE * 5, "it does not work again");
    }
}

#[actix_web::test]
async fn patience_may_be_longer_than_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(&folder).await.unwrap().deadline(Duration::from_secs(60));
    let mut other = locked(&folder).await;
    let (begun, ()) = join(store.begin(&KEY, session(200), 100), async {
        sleep(Duration::from_secs(6)).await;
        sqlx::raw_sql("COMMIT").execute(&mut other).await.unwrap();
    })
    .await;
    begun.unwrap();
}
