//! A store that is gone: nobody who is known enters, and everybody does again afterwards.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use actix_web::rt::time::sleep;
use portcullis::{Revocations, UserId};
use serde_json::json;

use super::application::{Ailing, Busy};
use super::server::{Hand, Server, basic};

const BOUND: Duration = Duration::from_millis(200);

/// Far more than any of this takes.
const PATIENCE: Duration = Duration::from_secs(60);

async fn ailing() -> (Server, Ailing) {
    let (store, clock) = (Ailing::default(), Hand::default());
    let opening = Revocations::open(store.clone()).clock(clock.clone()).bound(BOUND);
    (Server::with(opening.await.unwrap(), clock, |builder| builder), store)
}

async fn until_me_answers(server: &Server, header: &(String, String), status: u16) {
    let begin = Instant::now();
    while server.me(header).await != status {
        assert!(begin.elapsed() < PATIENCE, "never {status}");
        sleep(Duration::from_millis(5)).await;
    }
}

#[actix_web::test]
async fn a_store_that_is_silent_beyond_the_bound_lets_nobody_in() {
    let (server, store) = ailing().await;
    let token = server.token(json!({ "jti": "1" }));
    let ways: [(&str, &Arc<AtomicBool>); 3] =
        [("fails", &store.fails), ("hangs", &store.hangs), ("panics", &store.panics)];
    for (how, switch) in ways {
        until_me_answers(&server, &token, 200).await;
        switch.store(true, Ordering::SeqCst);
        until_me_answers(&server, &token, 503).await;
        let answer = server.get("/me", &token).await;
        assert_eq!((answer.status, answer.retry), (503, true), "{how}");
        assert_eq!(server.get("/me", &basic()).await.status, 503, "{how}");
        let open = server.get("/open", &token).await;
        assert_eq!((open.status, &*open.body), (200, "nobody"), "{how}");
        let none = ("x-none".to_owned(), String::new());
        assert_eq!(server.me(&none).await, 401, "{how}");
        switch.store(false, Ordering::SeqCst);
        until_me_answers(&server, &token, 200).await;
    }
}

#[actix_web::test]
async fn what_was_known_is_refused_during_an_outage_too() {
    let (server, store) = ailing().await;
    let token = server.token(json!({ "jti": "1" }));
    server.post("/leave", &token).await;
    store.hangs.store(true, Ordering::SeqCst);
    let other = server.token(json!({ "jti": "2" }));
    until_me_answers(&server, &other, 503).await;
    assert_eq!(server.me(&token).await, 401);
}

#[actix_web::test]
async fn what_cannot_be_kept_is_not_acknowledged_and_obeyed_all_the_same() {
    let (server, store) = ailing().await;
    let token = server.token(json!({ "jti": "1" }));
    store.fails.store(true, Ordering::SeqCst);
    let answer = server.post("/leave", &token).await;
    assert_eq!((answer.status, answer.retry), (503, true), "of a handler");
    assert_eq!(server.me(&token).await, 401);
    let user = UserId::new("urn:portcullis:scheme:basic", "ada");
    assert!(server.revocations.revoke_user(&user).await.is_err());
    assert_eq!(server.me(&basic()).await, 401);
}

#[actix_web::test]
async fn a_store_that_cannot_be_read_at_the_start_is_told() {
    let store = Ailing::default();
    store.fails.store(true, Ordering::SeqCst);
    assert!(Revocations::open(store).await.is_err());
    let short = Revocations::open(Ailing::default()).bound(Duration::from_millis(1));
    assert!(short.await.is_err());
}

#[test]
fn when_the_runtime_that_reads_ends_nobody_enters() {
    let (store, clock) = (Ailing::default(), Hand::default());
    let runtime = actix_web::rt::Runtime::new().unwrap();
    let opening = Revocations::open(store).clock(clock.clone()).bound(BOUND);
    let revocations = runtime.block_on(async { opening.await.unwrap() });
    drop(runtime);
    actix_web::rt::System::new().block_on(async {
        let server = Server::with(revocations, clock, |builder| builder);
        let token = server.token(json!({ "jti": "1" }));
        until_me_answers(&server, &token, 503).await;
        sleep(BOUND * 2).await;
        assert_eq!(server.me(&token).await, 503);
    });
}

#[actix_web::test]
async fn whoever_revokes_without_a_pause_keeps_nobody_out() {
    let clock = Hand::default();
    let opening = Revocations::open(Busy::default()).clock(clock.clone()).bound(BOUND);
    let server = Server::with(opening.await.unwrap(), clock, |builder| builder);
    let token = server.token(json!({ "jti": "1" }));
    let begin = Instant::now();
    while begin.elapsed() < 4 * BOUND {
        until_me_answers(&server, &token, 200).await;
        sleep(BOUND / 20).await;
    }
    assert!(server.revocations.count() > 2, "nothing was read meanwhile");
}
