//! The scheme beside one of ours, for every pair of what both can find, in both orders.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use actix_web::http::Method;
use portcullis::{
    ApiKey, ApiKeyStore, ApiKeys, JwtBearer, MemoryStore, NewApiKey, Portcullis, StoreFuture,
    StoredApiKey,
};

use crate::server::{Answer, Hand, Request, SECRET, builder, signed};

/// What a scheme can find.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Finds {
    Nothing,
    Good,
    Bad,
    Unavailable,
}

const ALL: [Finds; 4] = [Finds::Nothing, Finds::Good, Finds::Bad, Finds::Unavailable];

/// A store that can go away.
#[derive(Clone, Debug, Default)]
struct Store {
    kept: MemoryStore,
    gone: Arc<AtomicBool>,
}

impl ApiKeyStore for Store {
    fn add(&self, key: StoredApiKey) -> StoreFuture<'_, ()> {
        self.kept.add(key)
    }

    fn find<'a>(&'a self, id: &'a str) -> StoreFuture<'a, Option<StoredApiKey>> {
        let gone = self.gone.load(Ordering::SeqCst);
        if gone { Box::pin(async { Err("gone".into()) }) } else { self.kept.find(id) }
    }

    fn list<'a>(&'a self, owner: &'a str) -> StoreFuture<'a, Vec<StoredApiKey>> {
        self.kept.list(owner)
    }

    fn mark_used<'a>(&'a self, id: &'a str, now: u64, after: u64) -> StoreFuture<'a, bool> {
        self.kept.mark_used(id, now, after)
    }

    fn set_disabled<'a>(&'a self, owner: &'a str, id: &'a str, off: bool) -> StoreFuture<'a, bool> {
        self.kept.set_disabled(owner, id, off)
    }

    fn revoke<'a>(&'a self, owner: &'a str, id: &'a str, now: u64) -> StoreFuture<'a, bool> {
        self.kept.revoke(owner, id, now)
    }

    fn forget(&self, before: u64) -> StoreFuture<'_, u64> {
        self.kept.forget(before)
    }
}

/// What an endpoint with these schemes answers where they find this.
async fn answer(path: &str, ours: Finds, outside: Finds) -> Answer {
    let (store, clock) = (Store::default(), Hand::new());
    let keys = ApiKeys::new("acme", store.clone()).clock(clock.clone());
    let key = keys.issue(NewApiKey::of("bob")).await.unwrap();
    store.gone.store(ours == Finds::Unavailable, Ordering::SeqCst);
    // A memory for no request at all: the scheme can tell of none whether it was sent before.
    let memory = if outside == Finds::Unavailable { 0 } else { 9 };
    let portcullis = Portcullis::builder()
        .module("custom_scheme::endpoints::both")
        .scheme("key", ApiKey::new(&keys))
        .scheme("signed", signed().remember(memory))
        .clock(clock)
        .build()
        .unwrap();
    let request = Request::get(path);
    let request = match outside {
        Finds::Nothing => request,
        Finds::Good | Finds::Unavailable => request.signed(),
        Finds::Bad => request.signed().instead("signed-at", "1"),
    };
    let request = match ours {
        Finds::Nothing => request,
        Finds::Good | Finds::Unavailable => request.with("x-api-key", key.expose()),
        Finds::Bad => request.with("x-api-key", "forged"),
    };
    request.send(&portcullis).await
}

#[actix_web::test]
async fn the_first_that_finds_credentials_decides_in_both_orders() {
    const OURS: &str = r#"ApiKey realm="api", header="X-API-Key""#;
    const OUTSIDE: &str = r#"Acme-HMAC realm="api""#;
    for (path, signed_first) in [("/signed-first", true), ("/key-first", false)] {
        for (ours, outside) in ALL.into_iter().flat_map(|one| ALL.map(|other| (one, other))) {
            let found = answer(path, ours, outside).await;
            let mut both = [("key", ours, OURS), ("signed", outside, OUTSIDE)];
            if signed_first {
                both.reverse();
            }
            let decides = both.iter().find(|(_, finds, _)| *finds != Finds::Nothing);
            let rejects =
                |name| decides.is_some_and(|(own, finds, _)| *own == name && *finds == Finds::Bad);
            let status = match decides {
                Some((_, Finds::Good, _)) => 200,
                Some((_, Finds::Unavailable, _)) => 503,
                _ => 401,
            };
            assert_eq!(found.status, status, "{path} {ours:?} {outside:?}");
            if status == 200 {
                assert_eq!(Some(found.body.as_str()), decides.map(|(name, ..)| *name));
            }
            let challenges = both.map(|(name, _, challenge)| match rejects(name) {
                true => format!(r#"{challenge}, error="invalid_token""#),
                false => challenge.to_owned(),
            });
            let expected = if status == 401 { challenges.to_vec() } else { Vec::new() };
            assert_eq!(found.challenges, expected, "{path} {ours:?} {outside:?}");
        }
    }
}

#[actix_web::test]
async fn a_policy_can_demand_it() {
    let cases = [(Finds::Good, Finds::Nothing, 403), (Finds::Nothing, Finds::Good, 200)];
    for (ours, outside, expected) in cases {
        assert_eq!(answer("/demanded", ours, outside).await.status, expected);
    }
}

#[actix_web::test]
async fn a_body_is_not_taken_for_signed_where_another_scheme_let_in() {
    let clock = Hand::new();
    let keys = ApiKeys::new("acme", MemoryStore::new()).clock(clock.clone());
    let key = keys.issue(NewApiKey::of("bob")).await.unwrap();
    let builder = Portcullis::builder().module("custom_scheme::endpoints::both").clock(clock);
    let builder = builder.scheme("key", ApiKey::new(&keys)).scheme("signed", signed());
    let portcullis = builder.build().unwrap();
    let request = Request::new(Method::POST, "/either-body", "x");
    assert_eq!(request.clone().signed().send(&portcullis).await.status, 200);
    let with_both = request.clone().signed().with("x-api-key", key.expose());
    for request in [request.with("x-api-key", key.expose()), with_both] {
        assert_eq!(request.send(&portcullis).await.status, 401);
    }
}

#[actix_web::test]
async fn it_is_the_default_where_it_is_first_or_named() {
    let jwt = || JwtBearer::hs256(SECRET);
    let clock = Hand::new();
    let first = builder(&clock).scheme("signed", signed()).scheme("jwt", jwt());
    let named = builder(&clock).scheme("jwt", jwt()).scheme("signed", signed());
    for builder in [first, named.default_scheme("signed")] {
        let portcullis = builder.build().unwrap();
        assert_eq!(Request::get("/me").signed().send(&portcullis).await.status, 200);
        let stranger = Request::get("/me").send(&portcullis).await;
        assert_eq!(stranger.challenges, [r#"Acme-HMAC realm="api""#]);
    }
    let second = builder(&clock).scheme("jwt", jwt()).scheme("signed", signed()).build().unwrap();
    assert_eq!(Request::get("/me").signed().send(&second).await.status, 401);
}
