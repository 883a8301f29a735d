//! What is in the store, and what happens without it.

use portcullis::{CookieSession, SqliteStore};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Row};
use tempfile::TempDir;

use crate::browser::Browser;
use crate::site::{Site, post};

async fn sqlite(folder: &TempDir) -> (Site, SqliteStore) {
    let store = SqliteStore::open(folder.path().join("store.sqlite")).await.unwrap();
    (Site::new(CookieSession::stored(store.clone())), store)
}

#[actix_web::test]
async fn a_session_outlives_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let (site, store) = sqlite(&folder).await;
    let mut browser = Browser::of_ada(&site).await;
    store.close().await;
    browser.site = sqlite(&folder).await.0;
    assert_eq!(browser.get("/me").await.status, 200);
}

#[actix_web::test]
async fn a_dump_holds_no_cookie() {
    let folder = tempfile::tempdir().unwrap();
    let (site, _store) = sqlite(&folder).await;
    let mut browser = Browser::of_ada(&site).await;
    let options = SqliteConnectOptions::new().filename(folder.path().join("store.sqlite"));
    let mut connection = options.connect().await.unwrap();
    let rows = sqlx::query("SELECT key, contents FROM portcullis_sessions");
    let rows = rows.fetch_all(&mut connection).await.unwrap();
    assert_eq!(rows.len(), 1);
    let key: Vec<u8> = rows[0].get("key");
    let contents: String = rows[0].get("contents");
    assert!(contents.contains("\"ada\"") && !contents.contains(browser.value()));
    // Nothing that is stored is a cookie, however it is written.
    let base64 = base64::Engine::encode(&base64::prelude::BASE64_URL_SAFE_NO_PAD, &key);
    let hex = key.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    for value in [base64, hex] {
        let cookie = format!("__Host-session={value}");
        assert_eq!(site.get("/me", &cookie).await.status, 401);
    }
    assert_eq!(browser.get("/me").await.status, 200);
}

#[actix_web::test]
async fn a_store_that_cannot_be_asked_is_neither_yes_nor_no() {
    let folder = tempfile::tempdir().unwrap();
    let (site, store) = sqlite(&folder).await;
    let mut browser = Browser::of_ada(&site).await;
    store.close().await;
    let reply = browser.get("/me").await;
    assert_eq!((reply.status, reply.challenge), (503, None));
    assert_eq!(browser.get("/open").await.body, "nobody");
    // What could be no session is not looked up.
    assert_eq!(site.get("/me", "__Host-session=garbage").await.status, 401);
    assert_eq!(site.get("/me", "").await.status, 401);
}

#[actix_web::test]
async fn without_it_nobody_is_signed_in_or_out() {
    let folder = tempfile::tempdir().unwrap();
    let (site, store) = sqlite(&folder).await;
    let browser = Browser::of_ada(&site).await;
    store.close().await;
    for path in ["/sign-in", "/sign-out"] {
        let request = post(path).insert_header(("cookie", browser.header()));
        let reply = site.send(request).await;
        assert_eq!((reply.status, reply.cookies.len()), (503, 0), "{path}");
    }
}
