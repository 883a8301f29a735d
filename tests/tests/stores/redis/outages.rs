//! Servers that are killed, hang, or are cut off.

use std::time::{Duration, Instant};

use actix_web::rt::time::sleep;
use portcullis::{RedisStore, RefreshStore, SessionKey, SessionStore};
use portcullis_servers::{Behaviour, Proxy, Redis};

use super::{cluster, family, id, key, one_server, rotation, session};

/// The deadline of a store that nobody gave another, and some time for a busy machine.
const BOUND: Duration = Duration::from_secs(3);

const RECOVERY: Duration = Duration::from_secs(5);

async fn begin(store: &RedisStore, number: u8) -> Result<(), String> {
    let begun = SessionStore::begin(store, &key(number), session(), 100).await;
    begun.map_err(|error| error.to_string())
}

async fn find(store: &RedisStore, key: SessionKey) -> Result<bool, String> {
    let found = SessionStore::find(store, &key, 100).await;
    found.map(|found| found.is_some()).map_err(|error| error.to_string())
}

/// Asks again and again until there is an answer, for five seconds.
async fn recovered(store: &RedisStore) {
    let began = Instant::now();
    loop {
        let mut all = Ok(true);
        // On a cluster, each key may be on another node.
        for number in 0..20 {
            all = all.and(find(store, key(number)).await);
        }
        if all.is_ok() {
            return;
        }
        assert!(began.elapsed() < RECOVERY, "still {all:?}");
        sleep(Duration::from_millis(50)).await;
    }
}

async fn fails_in_time(store: &RedisStore) {
    for _ in 0..2 {
        let began = Instant::now();
        assert!(find(store, key(1)).await.is_err());
        assert!(began.elapsed() < BOUND, "{:?}", began.elapsed());
    }
}

/// Twenty sessions and a family whose token was rotated.
async fn fill(store: &RedisStore) {
    for number in 0..20 {
        begin(store, number).await.unwrap();
    }
    RefreshStore::begin(store, &id(1), family(), 100).await.unwrap();
    let from = family().rotation.current;
    assert!(store.rotate(&id(1), &from, rotation(2)).await.unwrap());
}

async fn everything_is_there(store: &RedisStore) {
    for number in 0..20 {
        assert_eq!(find(store, key(number)).await, Ok(true), "{number}");
    }
    let kept = RefreshStore::find(store, &id(1), 100).await.unwrap().unwrap();
    assert_eq!(kept.rotation, rotation(2));
    let from = family().rotation.current;
    assert!(!store.rotate(&id(1), &from, rotation(3)).await.unwrap());
    assert_eq!(store.list(&kept.user, 100).await.unwrap().len(), 1);
}

#[actix_web::test]
async fn what_was_accepted_survives_a_kill_of_the_server() {
    let (mut server, store) = one_server().await;
    fill(&store).await;
    server.kill().unwrap();
    fails_in_time(&store).await;
    server.restart().unwrap();
    recovered(&store).await;
    everything_is_there(&store).await;
}

#[actix_web::test]
async fn what_was_accepted_survives_a_kill_of_the_cluster() {
    let (mut cluster, store) = cluster().await;
    fill(&store).await;
    cluster.kill().unwrap();
    fails_in_time(&store).await;
    cluster.restart().unwrap();
    recovered(&store).await;
    everything_is_there(&store).await;
}

#[actix_web::test]
async fn one_node_of_a_cluster_may_be_killed() {
    let (mut cluster, store) = cluster().await;
    fill(&store).await;
    cluster.nodes_mut()[1].kill().unwrap();
    let mut failed = 0;
    for number in 0..20 {
        let began = Instant::now();
        failed += usize::from(find(&store, key(number)).await.is_err());
        assert!(began.elapsed() < BOUND, "{:?}", began.elapsed());
    }
    assert!(failed > 0);
    cluster.restart().unwrap();
    recovered(&store).await;
    everything_is_there(&store).await;
}

#[actix_web::test]
async fn a_server_that_hangs_is_not_waited_for() {
    let (server, store) = one_server().await;
    fill(&store).await;
    server.freeze().unwrap();
    fails_in_time(&store).await;
    server.thaw().unwrap();
    recovered(&store).await;
    everything_is_there(&store).await;
}

#[actix_web::test]
async fn a_cluster_that_hangs_is_not_waited_for() {
    let (cluster, store) = cluster().await;
    fill(&store).await;
    cluster.freeze().unwrap();
    fails_in_time(&store).await;
    cluster.thaw().unwrap();
    recovered(&store).await;
    everything_is_there(&store).await;
}

#[actix_web::test]
async fn all_who_ask_at_once_are_answered_in_time() {
    let (server, store) = one_server().await;
    server.freeze().unwrap();
    let began = Instant::now();
    let asked = (0..200).map(|number| find(&store, key(number)));
    let answers = futures_util::future::join_all(asked).await;
    assert!(answers.iter().all(Result::is_err));
    assert!(began.elapsed() < BOUND, "{:?}", began.elapsed());
}

async fn behind_a_proxy() -> (Redis, Proxy, RedisStore) {
    let server = Redis::start().unwrap();
    let proxy = Proxy::start(server.address()).unwrap();
    let store = RedisStore::connect(server.url_at(proxy.address())).await.unwrap();
    (server, proxy, store)
}

#[actix_web::test]
async fn a_bad_line_is_an_error_and_nothing_stays_behind() {
    let (_server, proxy, store) = behind_a_proxy().await;
    fill(&store).await;
    for behaviour in [Behaviour::Reset, Behaviour::Hang, Behaviour::Refuse] {
        proxy.behave(behaviour);
        let began = Instant::now();
        assert!(find(&store, key(1)).await.is_err(), "{behaviour:?}");
        assert!(began.elapsed() < BOUND, "{behaviour:?}: {:?}", began.elapsed());
        proxy.behave(Behaviour::Pass);
        recovered(&store).await;
        everything_is_there(&store).await;
    }
}

#[actix_web::test]
async fn nothing_is_sent_twice_when_the_answer_is_lost() {
    let (_server, proxy, store) = behind_a_proxy().await;
    fill(&store).await;
    proxy.behave(Behaviour::Reset);
    let lost = store.rotate(&id(1), &rotation(2).current, rotation(3)).await;
    assert!(lost.is_err(), "{lost:?}");
    proxy.behave(Behaviour::Pass);
    recovered(&store).await;
    // It was done, though nobody was told.
    let kept = RefreshStore::find(&store, &id(1), 100).await.unwrap().unwrap();
    assert_eq!(kept.rotation, rotation(3));
}
