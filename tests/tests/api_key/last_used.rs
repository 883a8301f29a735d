//! When a key was used last: noted now and then, and never in the way.

use std::sync::atomic::Ordering;
use std::time::Duration;

use futures_util::future::join_all;

use crate::server::{START, Server};
use crate::watched::Watched;

async fn last_used(server: &Server) -> Option<u64> {
    server.keys.list("ada").await.unwrap().first().unwrap().last_used
}

#[actix_web::test]
async fn a_use_is_noted_at_most_once_per_span() {
    let store = Watched::default();
    let minute = Duration::from_secs(60);
    let server = Server::new(store.clone(), |scheme| scheme.last_used_every(minute));
    let key = server.issue().await;
    assert_eq!(last_used(&server).await, None);
    for _ in 0..60 {
        assert_eq!(server.me(key.expose()).await.status, 200);
        server.clock.pass(1);
    }
    assert_eq!(last_used(&server).await, Some(START));
    assert_eq!(store.marks.load(Ordering::SeqCst), 1);
    assert_eq!(server.me(key.expose()).await.status, 200);
    assert_eq!(last_used(&server).await, Some(START + 60));
}

#[actix_web::test]
async fn what_is_refused_is_no_use() {
    let store = Watched::default();
    let server = Server::new(store.clone(), |scheme| scheme);
    let key = server.issue().await;
    server.keys.disable("ada", key.id()).await.unwrap();
    assert_eq!(server.me(key.expose()).await.status, 401);
    assert_eq!(last_used(&server).await, None);
}

#[actix_web::test]
async fn of_many_uses_at_once_one_is_noted_and_all_enter() {
    let store = Watched::default();
    let server = Server::new(store.clone(), |scheme| scheme);
    let key = server.issue().await;
    let answers = join_all((0..100).map(|_| server.me(key.expose()))).await;
    assert!(answers.iter().all(|answer| answer.status == 200));
    assert_eq!(store.marked.load(Ordering::SeqCst), 1);
}

#[actix_web::test]
async fn a_note_that_cannot_be_written_keeps_nobody_out() {
    let store = Watched::default();
    let server = Server::new(store.clone(), |scheme| scheme);
    let key = server.issue().await;
    store.cannot_write.store(true, Ordering::SeqCst);
    assert_eq!(server.me(key.expose()).await.status, 200);
    assert_eq!(store.marks.load(Ordering::SeqCst), 1);
    store.cannot_write.store(false, Ordering::SeqCst);
    assert_eq!(server.me(key.expose()).await.status, 200);
    assert_eq!(last_used(&server).await, Some(START));
}
