//! Servers that are killed or hang, and work that is given up.

use std::time::{Duration, Instant};

use actix_web::rt::time::{sleep, timeout};
use futures_util::future::join_all;
use portcullis::{PostgresStore, RefreshStore, SessionKey, SessionStore};
use portcullis_servers::{Behaviour, Postgres, Proxy};

use super::{KEY, family, raw, rotation, run, session};

const OTHER: SessionKey = SessionKey::new([200; 32]);

const SHORT: Duration = Duration::from_millis(500);

/// How late an answer may be on a machine that has much to do.
const LATE: Duration = Duration::from_secs(3);

/// Within how long a store works again.
const RECOVERY: Duration = Duration::from_secs(5);

async fn short(url: &str) -> PostgresStore {
    PostgresStore::connect(url).await.unwrap().deadline(SHORT)
}

/// More at once than there are connections: each is told in time that the server does not answer.
async fn all_fail_in_time(store: &PostgresStore) {
    let begun = Instant::now();
    for outcome in join_all((0..32).map(|_| SessionStore::find(store, &KEY, 0))).await {
        assert_eq!(outcome.unwrap_err().to_string(), "PostgreSQL has not answered in time");
    }
    assert!(begun.elapsed() < SHORT + LATE, "{:?}", begun.elapsed());
}

async fn works_again(store: &PostgresStore) {
    let begun = Instant::now();
    while SessionStore::find(store, &KEY, 0).await.is_err() {
        assert!(begun.elapsed() < RECOVERY, "not back after {:?}", begun.elapsed());
        sleep(Duration::from_millis(50)).await;
    }
    // Not one connection alone: as many as there are.
    for outcome in join_all((0..32).map(|_| SessionStore::find(store, &KEY, 0))).await {
        assert_eq!(outcome.unwrap(), Some(session(200)));
    }
}

#[actix_web::test]
async fn what_was_accepted_survives_a_kill_of_the_server() {
    let mut server = Postgres::start().unwrap();
    let store = PostgresStore::connect(&server.url()).await.unwrap();
    for round in 0..3 {
        for number in 0..20 {
            let key = SessionKey::new([round * 20 + number; 32]);
            SessionStore::begin(&store, &key, session(200), 100).await.unwrap();
        }
        server.kill().unwrap();
        assert!(SessionStore::find(&store, &KEY, 0).await.is_err());
        server.restart().unwrap();
        for number in 0..(round + 1) * 20 {
            let found = SessionStore::find(&store, &SessionKey::new([number; 32]), 100).await;
            assert_eq!(found.unwrap(), Some(session(200)), "{number}");
        }
    }
}

#[actix_web::test]
async fn a_server_that_hangs_is_an_error_in_time_and_works_again() {
    let server = Postgres::start().unwrap();
    let store = short(&server.url()).await;
    SessionStore::begin(&store, &KEY, session(200), 100).await.unwrap();
    works_again(&store).await;
    for _ in 0..2 {
        server.freeze().unwrap();
        all_fail_in_time(&store).await;
        all_fail_in_time(&store).await;
        server.thaw().unwrap();
        works_again(&store).await;
    }
}

#[actix_web::test]
async fn a_network_that_swallows_everything_is_an_error_in_time_and_works_again() {
    let server = Postgres::start().unwrap();
    let proxy = Proxy::start(server.address()).unwrap();
    let store = short(&server.url_at(proxy.address())).await;
    SessionStore::begin(&store, &KEY, session(200), 100).await.unwrap();
    works_again(&store).await;
    proxy.behave(Behaviour::Hang);
    all_fail_in_time(&store).await;
    all_fail_in_time(&store).await;
    proxy.behave(Behaviour::Pass);
    works_again(&store).await;
}

#[actix_web::test]
async fn callers_who_leave_take_no_connection_with_them() {
    let server = Postgres::start().unwrap();
    let store = PostgresStore::connect(&server.url()).await.unwrap();
    SessionStore::begin(&store, &KEY, session(200), 100).await.unwrap();
    server.freeze().unwrap();
    for _ in 0..3 {
        let left = join_all((0..16).map(|_| SessionStore::end(&store, &OTHER)));
        assert!(timeout(Duration::from_millis(200), left).await.is_err());
    }
    server.thaw().unwrap();
    works_again(&store).await;
}

#[actix_web::test]
async fn what_was_given_up_is_not_done_later() {
    let server = Postgres::start().unwrap();
    let store = short(&server.url()).await;
    let (id, kept) = family(1);
    RefreshStore::begin(&store, &id, kept.clone(), 100).await.unwrap();
    let mut other = raw(&server).await;
    run(&mut other, "BEGIN; SELECT * FROM portcullis_refresh FOR UPDATE").await;
    let begun = Instant::now();
    assert!(store.rotate(&id, &kept.rotation.current, rotation(2)).await.is_err());
    assert!(begun.elapsed() < SHORT + LATE, "{:?}", begun.elapsed());
    // Nothing of it waits in the server, once its own limit is over too.
    let waiting = "SELECT COUNT(*) FROM pg_stat_activity
        WHERE query LIKE 'UPDATE portcullis_refresh%' AND state <> 'idle'";
    let begun = Instant::now();
    while 0 != sqlx::query_scalar::<_, i64>(waiting).fetch_one(&mut other).await.unwrap() {
        assert!(begun.elapsed() < RECOVERY, "the server still waits for a lock");
        sleep(Duration::from_millis(50)).await;
    }
    run(&mut other, "COMMIT").await;
    assert_eq!(RefreshStore::find(&store, &id, 100).await.unwrap(), Some(kept));
}
