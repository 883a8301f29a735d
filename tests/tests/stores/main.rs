//! Every store that we ship does what the traits say, and what is in a file stays in it.
#![expect(clippy::unwrap_used, reason = "ends the test that was wrong")]

mod broken;
mod broken_refresh;
mod broken_revocations;
mod files;
mod odd;
mod pages;
mod postgres;
mod processes;
mod redis;

use portcullis::test::conformance;
use portcullis::{MemoryStore, SqliteStore};

#[actix_web::test]
async fn memory_keeps_sessions() {
    conformance::sessions(&MemoryStore::new()).await;
}

#[actix_web::test]
async fn sqlite_keeps_sessions() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(folder.path().join("store.sqlite")).await.unwrap();
    conformance::sessions(&store).await;
}

#[actix_web::test]
async fn memory_keeps_api_keys() {
    conformance::api_keys(&MemoryStore::new()).await;
}

#[actix_web::test]
async fn sqlite_keeps_api_keys() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(folder.path().join("store.sqlite")).await.unwrap();
    conformance::api_keys(&store).await;
}

#[actix_web::test]
async fn memory_keeps_refresh_tokens() {
    conformance::refresh_tokens(&MemoryStore::new()).await;
}

#[actix_web::test]
async fn sqlite_keeps_refresh_tokens() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(folder.path().join("store.sqlite")).await.unwrap();
    conformance::refresh_tokens(&store).await;
}

#[actix_web::test]
async fn memory_keeps_revocations() {
    conformance::revocations(&MemoryStore::new()).await;
}

#[actix_web::test]
async fn sqlite_keeps_revocations() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(folder.path().join("store.sqlite")).await.unwrap();
    conformance::revocations(&store).await;
}
