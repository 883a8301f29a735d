//! Two instances over one store.

use std::time::Duration;

use actix_web::rt::time::sleep;
use portcullis::{MemoryStore, RevocationStore, Revocations, SqliteStore, UserId};
use serde_json::json;
use std::sync::Arc;

use super::server::{Hand, Server};

const JWT: &str = "urn:portcullis:scheme:jwt";

async fn over(store: &Arc<dyn RevocationStore>, clock: &Hand, bound: Duration) -> Server {
    let opening = Revocations::open_shared(Arc::clone(store)).clock(clock.clone()).bound(bound);
    Server::with(opening.await.unwrap(), clock.clone(), |builder| builder)
}

async fn one_obeys_what_the_other_was_told(store: Arc<dyn RevocationStore>) {
    let (clock, bound) = (Hand::default(), Duration::from_millis(400));
    let (one, other) = (over(&store, &clock, bound).await, over(&store, &clock, bound).await);
    let iat = clock.seconds();
    let token = |jti: &str, sid: &str| one.token(json!({ "jti": jti, "sid": sid, "iat": iat }));
    let (first, second, third) = (token("1", "a"), token("2", "a"), token("3", "b"));
    for header in [&first, &second, &third] {
        assert_eq!(other.me(header).await, 200);
    }
    one.post("/leave", &first).await;
    sleep(bound).await;
    let status = async |header| other.me(header).await;
    assert_eq!((status(&first).await, status(&second).await), (401, 200));
    one.post("/leave-session", &second).await;
    sleep(bound).await;
    assert_eq!((status(&second).await, status(&third).await), (401, 200));
    one.revocations.revoke_user(&UserId::new(JWT, "ada")).await.unwrap();
    sleep(bound).await;
    assert_eq!(status(&third).await, 401);
    clock.pass(1);
    let later = one.token(json!({ "iat": clock.seconds() }));
    assert_eq!((one.me(&later).await, status(&later).await), (200, 200));
}

#[actix_web::test]
async fn over_memory_one_obeys_what_the_other_was_told() {
    one_obeys_what_the_other_was_told(Arc::new(MemoryStore::new())).await;
}

#[actix_web::test]
async fn over_sqlite_one_obeys_what_the_other_was_told() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(folder.path().join("store.sqlite")).await.unwrap();
    one_obeys_what_the_other_was_told(Arc::new(store)).await;
}
