//! What was revoked: told at once, and not mixed up with what a lost log had.

use std::time::Duration;

use actix_web::rt::time::timeout;
use portcullis::{Position, RedisStore, Revocable, Revocation, RevocationStore};
use portcullis_servers::Redis;

use super::{cluster, one_server};

const LONG: Duration = Duration::from_secs(5);

fn revocation(id: &str) -> Revocation {
    let what = Revocable::Token(id.to_owned());
    Revocation { issuer: "https://issuer.example".to_owned(), what, until: None }
}

async fn revoke(store: &RedisStore, id: &str) {
    store.revoke(revocation(id), 100).await.unwrap();
}

/// The first time it is done at once: something may have happened before.
async fn listening(store: &RedisStore) {
    timeout(LONG, store.changed()).await.unwrap().unwrap();
    let again = timeout(Duration::from_millis(100), store.changed()).await;
    assert!(again.is_err(), "nothing has changed: {again:?}");
}

async fn is_told(writer: &RedisStore, reader: &RedisStore) {
    revoke(writer, "one").await;
    timeout(LONG, reader.changed()).await.unwrap().unwrap();
    // What comes while nobody waits is kept, and told once.
    revoke(writer, "two").await;
    revoke(writer, "three").await;
    actix_web::rt::time::sleep(Duration::from_millis(200)).await;
    timeout(LONG, reader.changed()).await.unwrap().unwrap();
    let again = timeout(Duration::from_millis(100), reader.changed()).await;
    assert!(again.is_err(), "told twice: {again:?}");
}

#[actix_web::test]
async fn what_another_instance_revokes_is_told() {
    let (server, reader) = one_server().await;
    let writer = RedisStore::connect(server.url()).await.unwrap();
    listening(&reader).await;
    is_told(&writer, &reader).await;
}

#[actix_web::test]
async fn every_node_of_a_cluster_tells() {
    let (cluster, writer) = cluster().await;
    for url in cluster.urls() {
        let reader = RedisStore::connect_cluster([url]).await.unwrap();
        listening(&reader).await;
        is_told(&writer, &reader).await;
    }
}

#[actix_web::test]
async fn several_who_wait_are_all_told() {
    let (_server, store) = one_server().await;
    listening(&store).await;
    let (one, other) = (store.clone(), store.clone());
    let both = futures_util::future::join(one.changed(), other.changed());
    let revoked = revoke(&store, "one");
    let ((first, second), ()) =
        timeout(LONG, futures_util::future::join(both, revoked)).await.unwrap();
    first.unwrap();
    second.unwrap();
}

async fn breaks(server: &Redis) {
    server.command(&["CLIENT", "KILL", "TYPE", "pubsub"]).unwrap();
}

#[actix_web::test]
async fn a_connection_that_breaks_is_made_again_but_not_without_rest() {
    let (server, store) = one_server().await;
    listening(&store).await;
    let mut times = 0;
    let broken = timeout(Duration::from_secs(2), async {
        loop {
            breaks(&server).await;
            // Either that it is gone, or that there may be news after it was made again.
            let _ = store.changed().await;
            times += 1;
        }
    });
    broken.await.unwrap_err();
    assert!((2..=12).contains(&times), "{times}");
    while store.changed().await.is_err() {}
    is_told(&store, &store).await;
}

#[actix_web::test]
async fn nobody_takes_a_new_log_for_the_lost_one() {
    let (server, store) = one_server().await;
    revoke(&store, "one").await;
    revoke(&store, "two").await;
    let read = store.after(Position(0), 100).await.unwrap();
    assert_eq!(read.revocations, [revocation("one"), revocation("two")]);
    server.command(&["FLUSHALL"]).unwrap();
    let lost = store.after(read.position, 100).await.unwrap();
    assert!(lost.position < read.position && lost.revocations.is_empty(), "{lost:?}");
    // Also when as many are there again.
    for id in ["three", "four", "five"] {
        revoke(&store, id).await;
    }
    let lost = store.after(read.position, 100).await.unwrap();
    assert!(lost.position < read.position && lost.revocations.is_empty(), "{lost:?}");
    let again = store.after(Position(0), 100).await.unwrap();
    assert!(again.position > read.position);
    assert_eq!(again.revocations, ["three", "four", "five"].map(revocation));
}

#[actix_web::test]
async fn long_logs_are_read_in_pieces() {
    let (_server, store) = one_server().await;
    let ids = (0..5000).map(|number| number.to_string()).collect::<Vec<_>>();
    for ids in ids.chunks(500) {
        futures_util::future::join_all(ids.iter().map(|id| revoke(&store, id))).await;
    }
    let first = store.after(Position(0), 100).await.unwrap();
    let rest = store.after(first.position, 100).await.unwrap();
    assert!(first.revocations.len() < 5000 && first.more && !rest.more);
    let mut all = [first.revocations, rest.revocations].concat();
    all.sort_by_key(|one| match &one.what {
        Revocable::Token(id) => id.parse::<u32>().unwrap(),
        other => panic!("{other:?}"),
    });
    assert_eq!(all, ids.iter().map(|id| revocation(id)).collect::<Vec<_>>());
}
