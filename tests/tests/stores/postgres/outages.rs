//! Servers that are killed or hang, and work that is given up.

use std::process::Command;
use std::time::{Duration, Instant};

use actix_web::rt::time::{sleep, timeout};
use actix_web::web;
use futures_util::future::{join, join_all};
use portcullis::{PostgresStore, RefreshStore, SessionKey, SessionStore};
use portcullis_servers::{Behaviour, Postgres, Proxy};
use sqlx::postgres::PgPoolOptions;

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
async fn callers_who_leave_in_the_middle_leave_no_transaction_open() {
    let server = Postgres::start().unwrap();
    let pool = PgPoolOptions::new().max_connections(3).connect(&server.url()).await.unwrap();
    let store = PostgresStore::with_pool(pool.clone()).await.unwrap();
    SessionStore::begin(&store, &KEY, session(200), 100).await.unwrap();
    for number in 0..100 {
        let (id, kept) = family(number);
        let user = kept.user.clone();
        let short = Duration::from_micros(u64::from(number) * 60);
        let _ = timeout(short, RefreshStore::begin(&store, &id, kept, 100)).await;
        let _ = timeout(short, store.end_all(&user)).await;
    }
    works_again(&store).await;
    let mut own = raw(&server).await;
    let open = "SELECT COUNT(*) FROM pg_stat_activity WHERE state LIKE 'idle in transaction%'";
    let begun = Instant::now();
    while 0 != sqlx::query_scalar::<_, i64>(open).fetch_one(&mut own).await.unwrap() {
        assert!(begun.elapsed() < RECOVERY, "a transaction stays open");
        sleep(Duration::from_millis(50)).await;
    }
    // All of the pool is there.
    let all = join_all((0..3).map(|_| timeout(RECOVERY, pool.acquire()))).await;
    assert!(all.iter().all(|lent| matches!(lent, Ok(Ok(_)))));
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

fn stop(processes: &[i32]) {
    let ids = processes.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    let stop = Command::new("sh").args(["-c", &format!("kill -STOP {ids}")]).status().unwrap();
    assert!(stop.success(), "not allowed to stop {ids}");
}

/// The server's processes that wait for a lock, stopped as soon as there are so many.
async fn stop_those_who_wait(server: &Postgres, number: usize) {
    let mut own = raw(server).await;
    let waiting = "SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock'";
    let waiting = loop {
        let waiting: Vec<i32> = sqlx::query_scalar(waiting).fetch_all(&mut own).await.unwrap();
        if waiting.len() >= number {
            break waiting;
        }
    };
    stop(&waiting);
}

#[actix_web::test]
async fn connections_that_hang_for_good_are_replaced() {
    let server = Postgres::start().unwrap();
    let store = PostgresStore::connect(&server.url()).await.unwrap();
    SessionStore::begin(&store, &KEY, session(200), 100).await.unwrap();
    let mut other = raw(&server).await;
    run(&mut other, "BEGIN; LOCK TABLE portcullis_sessions").await;
    let work = join_all((0..10).map(|_| SessionStore::end(&store, &OTHER)));
    let (outcomes, ()) = join(work, stop_those_who_wait(&server, 10)).await;
    assert!(outcomes.iter().all(Result::is_err));
    run(&mut other, "COMMIT").await;
    works_again(&store).await;
}

/// Whenever it happens: while the server works, and while it is asked before or after whether it
/// is still there.
#[actix_web::test]
async fn a_connection_that_hangs_at_any_moment_is_replaced() {
    let server = Postgres::start().unwrap();
    let pool = PgPoolOptions::new().max_connections(1).connect(&server.url()).await.unwrap();
    let store = PostgresStore::with_pool(pool).await.unwrap().deadline(SHORT);
    SessionStore::begin(&store, &KEY, session(200), 100).await.unwrap();
    let mut own = raw(&server).await;
    for _ in 0..12 {
        works_again(&store).await;
        let ours = "SELECT pid FROM pg_stat_activity WHERE query LIKE '%portcullis_sessions%'
            AND pid <> pg_backend_pid() ORDER BY backend_start DESC LIMIT 1";
        let id: i32 = sqlx::query_scalar(ours).fetch_one(&mut own).await.unwrap();
        // Work goes on until it fails.
        let work = async { while SessionStore::find(&store, &KEY, 0).await.is_ok() {} };
        let (stopped, ()) = join(web::block(move || stop(&[id])), work).await;
        stopped.unwrap();
    }
    works_again(&store).await;
}
