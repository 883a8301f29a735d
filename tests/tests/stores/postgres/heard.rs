//! Revocations are heard of at once.

use std::time::Duration;

use actix_web::rt::time::timeout;
use futures_util::FutureExt;
use futures_util::future::join;
use portcullis::{Position, PostgresStore, Revocable, Revocation, RevocationStore};
use portcullis_servers::Postgres;

use super::{raw, run};

/// A feed that is silent for so long has missed something.
const LONG: Duration = Duration::from_secs(10);

async fn heard(store: &PostgresStore) -> bool {
    timeout(LONG, store.changed()).await.is_ok_and(|outcome| outcome.is_ok())
}

/// Reads on until there is nothing new to hear of.
async fn calm(store: &PostgresStore) {
    assert!(heard(store).await);
    while timeout(Duration::from_millis(300), store.changed()).await.is_ok() {}
}

async fn revoke(store: &PostgresStore, id: &str) {
    let what = Revocable::Token(id.to_owned());
    let revocation = Revocation { issuer: "https://issuer.example".to_owned(), what, until: None };
    store.revoke(revocation, 100).await.unwrap();
}

#[actix_web::test]
async fn every_instance_hears_of_a_revocation() {
    let server = Postgres::start().unwrap();
    let one = PostgresStore::connect(&server.url()).await.unwrap();
    let two = PostgresStore::connect(&server.url()).await.unwrap();
    calm(&one).await;
    calm(&two).await;
    // While somebody waits, and between two questions.
    let (outcome, ()) = join(timeout(LONG, two.changed()), revoke(&one, "a")).await;
    outcome.unwrap().unwrap();
    assert!(heard(&one).await);
    calm(&two).await;
    revoke(&one, "b").await;
    assert!(heard(&two).await);
    // Questions that are given up lose nothing.
    calm(&two).await;
    for _ in 0..9 {
        assert!(two.changed().now_or_never().is_none());
    }
    revoke(&one, "c").await;
    assert!(heard(&two).await);
}

#[actix_web::test]
async fn a_lost_connection_is_told_and_made_again() {
    let mut server = Postgres::start().unwrap();
    let one = PostgresStore::connect(&server.url()).await.unwrap();
    let two = PostgresStore::connect(&server.url()).await.unwrap();
    calm(&two).await;
    let (outcome, ()) = join(timeout(LONG, two.changed()), async {
        server.kill().unwrap();
    })
    .await;
    assert!(outcome.unwrap().is_err());
    assert!(timeout(LONG, two.changed()).await.unwrap().is_err(), "no server, and no error");
    server.restart().unwrap();
    // What was missed meanwhile is read, since the new connection is told of.
    calm(&two).await;
    revoke(&one, "a").await;
    assert!(heard(&two).await);
}

#[actix_web::test]
async fn errors_come_one_after_another_and_not_at_once() {
    let mut server = Postgres::start().unwrap();
    let store = PostgresStore::connect(&server.url()).await.unwrap();
    calm(&store).await;
    server.kill().unwrap();
    let mut errors = 0;
    let hurried = timeout(Duration::from_secs(2), async {
        loop {
            store.changed().await.unwrap_err();
            errors += 1;
        }
    });
    assert!(hurried.await.is_err());
    assert!((1..10).contains(&errors), "{errors}");
}

#[actix_web::test]
async fn a_closed_store_ends_those_who_wait() {
    let server = Postgres::start().unwrap();
    let store = PostgresStore::connect(&server.url()).await.unwrap();
    calm(&store).await;
    let (outcome, ()) = join(timeout(LONG, store.changed()), store.close()).await;
    assert!(outcome.unwrap().is_err());
    assert!(timeout(LONG, store.changed()).await.unwrap().is_err());
}

#[actix_web::test]
async fn a_store_that_is_gone_listens_no_more() {
    let server = Postgres::start().unwrap();
    let store = PostgresStore::connect(&server.url()).await.unwrap();
    calm(&store).await;
    let listening = "SELECT COUNT(*) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'";
    let mut own = raw(&server).await;
    let mut count =
        async || -> i64 { sqlx::query_scalar(listening).fetch_one(&mut own).await.unwrap() };
    assert_eq!(count().await, 1);
    drop(store);
    let gone = timeout(LONG, async { while count().await != 0 {} });
    assert!(gone.await.is_ok(), "somebody still listens");
}

#[actix_web::test]
async fn a_database_that_was_set_back_is_noticed() {
    let server = Postgres::start().unwrap();
    let store = PostgresStore::connect(&server.url()).await.unwrap();
    revoke(&store, "a").await;
    revoke(&store, "b").await;
    let end = store.after(Position::default(), 100).await.unwrap().position;
    assert_eq!(store.after(end, 100).await.unwrap().position, end);
    let back =
        "DELETE FROM portcullis_revocations; UPDATE portcullis_last_revocation SET position = 0";
    run(&mut raw(&server).await, back).await;
    assert!(store.after(end, 100).await.unwrap().position < end);
}

/// As after a failover to a replica that was a little behind, or from a backup.
#[actix_web::test]
async fn what_is_revoked_after_a_loss_is_read_by_whoever_has_read_what_was_lost() {
    let server = Postgres::start().unwrap();
    let store = PostgresStore::connect(&server.url()).await.unwrap();
    for id in ["kept", "lost", "lost too"] {
        revoke(&store, id).await;
    }
    let read = store.after(Position(0), 100).await.unwrap();
    assert_eq!(read.revocations.len(), 3);
    let lose = "UPDATE portcullis_last_revocation
            SET position = (SELECT MIN(position) FROM portcullis_revocations);
        DELETE FROM portcullis_revocations
            WHERE position > (SELECT position FROM portcullis_last_revocation)";
    run(&mut raw(&server).await, lose).await;
    for id in ["new", "newer"] {
        revoke(&store, id).await;
    }
    let read = store.after(read.position, 100).await.unwrap();
    let ids = read.revocations.into_iter().map(|revocation| revocation.what);
    let new = ["new", "newer"].map(|id| Revocable::Token(id.to_owned()));
    assert_eq!(ids.collect::<Vec<_>>(), new);
}
