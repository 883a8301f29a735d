//! How long a revocation is kept, and what was promised of how long callers live.

use std::sync::Arc;
use std::time::Duration;

use portcullis::{
    MemoryStore, Position, Revocable, Revocation, RevocationStore, Revocations, UserId,
};
use serde_json::json;

use super::server::{Hand, Server, basic, brief, opening};

const JWT: &str = "urn:portcullis:scheme:jwt";
const HOUR: Duration = Duration::from_secs(3600);

async fn kept(store: &MemoryStore) -> Vec<Revocation> {
    store.after(Position::default(), 0).await.unwrap().revocations
}

#[actix_web::test]
async fn a_token_is_kept_until_it_has_expired_and_the_leeway_is_over() {
    let (store, clock) = (MemoryStore::new(), Hand::default());
    let revocations = Revocations::open(store.clone()).clock(clock.clone()).await.unwrap();
    let server = Server::with(revocations, clock, |builder| builder);
    let exp = server.clock.seconds() + 100;
    let token = server.token(json!({ "jti": "1", "exp": exp }));
    assert_eq!(server.post("/leave", &token).await.status, 200);
    // And a minute, by which another clock may be behind.
    let until = Some(exp + 30 + 60);
    let what = Revocable::Token("1".to_owned());
    assert_eq!(kept(&store).await, [Revocation { issuer: JWT.to_owned(), what, until }]);
    let fraction = server.token(json!({ "jti": "2", "exp": exp as f64 + 0.5 }));
    server.post("/leave", &fraction).await;
    assert_eq!(kept(&store).await.last().unwrap().until, Some(exp + 31 + 60));
    server.clock.pass(129);
    assert_eq!(server.me(&token).await, 401);
}

/// What is made of a caller may be over sooner than the token, and is made again of the same one.
#[actix_web::test]
async fn a_token_is_kept_until_it_has_expired_whatever_is_made_of_its_caller() {
    let (store, clock) = (MemoryStore::new(), Hand::default());
    let open = || Revocations::open(store.clone()).clock(clock.clone());
    let server = Server::with(open().await.unwrap(), clock.clone(), |builder| builder);
    // As long as the server does.
    let again = || async { Server::with(open().await.unwrap(), clock.clone(), |builder| builder) };
    assert_eq!(server.me(&brief()).await, 200);
    assert_eq!(server.post("/leave", &brief()).await.status, 200);
    let kept = kept(&store).await;
    assert_eq!(kept.last().unwrap().until, Some(clock.seconds() + 3600 + 60));
    for _ in 0..2 {
        clock.pass(100);
        // The token of this one would last as long again.
        assert_eq!(again().await.me(&brief()).await, 401);
    }
}

#[actix_web::test]
async fn what_is_over_leaves_the_memory() {
    let (store, clock) = (MemoryStore::new(), Hand::default());
    let bound = Duration::from_millis(50);
    let revocations = Revocations::open(store).clock(clock.clone()).bound(bound).await.unwrap();
    let until = portcullis::Clock::now(&clock) + HOUR;
    for number in 0..1000 {
        revocations.revoke_token(JWT, &format!("short {number}"), Some(until)).await.unwrap();
        revocations.revoke_token(JWT, &format!("long {number}"), Some(until + HOUR)).await.unwrap();
    }
    assert_eq!(revocations.count(), 2000);
    clock.pass(3600 + 60);
    while revocations.count() > 1000 {
        actix_web::rt::time::sleep(bound).await;
    }
    clock.pass(3599);
    actix_web::rt::time::sleep(bound).await;
    assert_eq!(revocations.count(), 1000);
}

/// Whoever was over while the clock was ahead is not when it is right again.
#[actix_web::test]
async fn nothing_is_forgotten_while_the_clock_is_ahead() {
    let (store, clock, bound) = (MemoryStore::new(), Hand::default(), Duration::from_millis(50));
    let open = || Revocations::open(store.clone()).clock(clock.clone()).bound(bound);
    let (writer, reader) = (open().await.unwrap(), open().await.unwrap());
    let server = Server::with(reader.clone(), clock.clone(), |builder| builder);
    let token = server.token(json!({ "jti": "1" }));
    let until = portcullis::Clock::now(&clock) + HOUR;
    writer.revoke_token(JWT, "1", Some(until)).await.unwrap();
    for (count, ahead) in [(1, 0), (0, 24 * 3600)] {
        clock.pass(ahead);
        while reader.count() != count {
            actix_web::rt::time::sleep(bound).await;
        }
    }
    clock.go_back(24 * 3600);
    for _ in 0..200 {
        if reader.count() > 0 {
            break;
        }
        actix_web::rt::time::sleep(bound).await;
    }
    assert_eq!(server.me(&token).await, 401);
}

#[actix_web::test]
async fn a_user_is_kept_for_ever_unless_there_is_a_longest_life() {
    let (store, clock) = (MemoryStore::new(), Hand::default());
    let forever = Revocations::open(store.clone()).clock(clock.clone()).await.unwrap();
    forever.revoke_user(&UserId::new(JWT, "ada")).await.unwrap();
    assert_eq!(kept(&store).await.last().unwrap().until, None);
    let opening = Revocations::open(store.clone()).clock(clock.clone()).longest_life(HOUR);
    opening.await.unwrap().revoke_user(&UserId::new(JWT, "bob")).await.unwrap();
    let until = kept(&store).await.last().unwrap().until.unwrap();
    assert!((clock.seconds() + 3661..clock.seconds() + 3670).contains(&until), "{until}");
}

#[actix_web::test]
async fn a_longest_life_that_was_promised_is_kept() {
    let clock = Hand::default();
    let revocations = opening(&clock).longest_life(HOUR).await.unwrap();
    let server = Server::with(revocations, clock, |builder| builder);
    let now = server.clock.seconds();
    // The leeway is 30 seconds.
    let life = |iat: u64, exp: u64| server.token(json!({ "iat": iat, "exp": exp }));
    assert_eq!(server.me(&life(now, now + 3570)).await, 200);
    assert_eq!(server.me(&life(now - 3000, now + 570)).await, 200);
    assert_eq!(server.me(&life(now, now + 3600)).await, 401);
    assert_eq!(server.me(&life(now - 3600, now + 9)).await, 401);
    assert_eq!(server.me(&server.token(json!({}))).await, 401, "it does not say since when");
    assert_eq!(server.me(&server.key().await).await, 401, "it does not say until when");
    assert_eq!(server.me(&basic()).await, 401);
    let open = server.get("/open", &life(now, now + 3600)).await;
    assert_eq!((open.status, &*open.body), (200, "nobody"));
    assert_eq!(server.me(&server.session("sealed").await).await, 401, "12 hours");
}

#[actix_web::test]
async fn whoever_was_revoked_is_so_again_after_a_restart() {
    let (store, clock) = (Arc::new(MemoryStore::new()), Hand::default());
    let open = || Revocations::open_shared(store.clone()).clock(clock.clone());
    let server = Server::with(open().await.unwrap(), clock.clone(), |builder| builder);
    let token = server.token(json!({ "jti": "1" }));
    server.post("/leave", &token).await;
    let again = Server::with(open().await.unwrap(), clock.clone(), |builder| builder);
    assert_eq!(again.me(&token).await, 401);
}

/// More than the store tells at once.
#[actix_web::test]
async fn everything_is_read_at_the_start() {
    let store = MemoryStore::new();
    for number in 0..10_000 {
        let what = Revocable::Token(number.to_string());
        let revocation = Revocation { issuer: JWT.to_owned(), what, until: None };
        RevocationStore::revoke(&store, revocation, 0).await.unwrap();
    }
    let clock = Hand::default();
    let revocations = Revocations::open(store).clock(clock.clone()).await.unwrap();
    assert_eq!(revocations.count(), 10_000);
    let server = Server::with(revocations, clock, |builder| builder);
    for jti in ["0", "4096", "9999"] {
        assert_eq!(server.me(&server.token(json!({ "jti": jti }))).await, 401, "{jti}");
    }
    assert_eq!(server.me(&server.token(json!({ "jti": "10000" }))).await, 200);
}
