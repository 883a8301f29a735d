//! How keys come and go.

use std::collections::HashSet;
use std::time::Duration;

use portcullis::{ApiKey, ApiKeys, MemoryStore, NewApiKey, Portcullis, SqliteStore};

use crate::server::{START, Server};

const YEAR: u64 = 365 * 24 * 3600;

#[actix_web::test]
async fn a_key_works_for_a_year_unless_it_says_otherwise() {
    let server = Server::new(MemoryStore::new(), |scheme| scheme);
    let year = server.issue().await;
    let hour = NewApiKey::of("ada").expires_in(Duration::from_secs(3600));
    let hour = server.keys.issue(hour).await.unwrap();
    let forever = server.keys.issue(NewApiKey::of("ada").never_expires()).await.unwrap();
    let steps = [(0, [200; 3]), (3599, [200; 3]), (1, [200, 401, 200])];
    let steps = steps.into_iter().chain([(YEAR - 3601, [200, 401, 200]), (1, [401, 401, 200])]);
    for (seconds, expected) in steps {
        server.clock.pass(seconds);
        let mut found = [0; 3];
        for (place, key) in [&year, &hour, &forever].into_iter().enumerate() {
            found[place] = server.me(key.expose()).await.status;
        }
        assert_eq!(found, expected);
    }
}

#[actix_web::test]
async fn a_revoked_key_never_works_again() {
    let server = Server::new(MemoryStore::new(), |scheme| scheme);
    let (key, other) = (server.issue().await, server.issue().await);
    assert!(server.keys.revoke("ada", key.id()).await.unwrap());
    assert_eq!(server.me(key.expose()).await.status, 401);
    assert!(!server.keys.enable("ada", key.id()).await.unwrap());
    assert!(!server.keys.revoke("ada", key.id()).await.unwrap());
    assert_eq!(server.me(key.expose()).await.status, 401);
    assert_eq!(server.me(other.expose()).await.status, 200);
}

#[actix_web::test]
async fn a_disabled_key_works_when_it_is_enabled_again() {
    let server = Server::new(MemoryStore::new(), |scheme| scheme);
    let key = server.issue().await;
    assert!(server.keys.disable("ada", key.id()).await.unwrap());
    let refused = server.me(key.expose()).await;
    assert_eq!((refused.status, refused), (401, server.me("nonsense").await));
    assert!(server.keys.enable("ada", key.id()).await.unwrap());
    assert_eq!(server.me(key.expose()).await.status, 200);
    assert!(!server.keys.disable("bob", key.id()).await.unwrap());
    assert_eq!(server.me(key.expose()).await.status, 200);
}

#[actix_web::test]
async fn keys_are_listed_without_what_is_secret() {
    let server = Server::new(MemoryStore::new(), |scheme| scheme);
    let first = server.keys.issue(NewApiKey::of("ada").label("laptop")).await.unwrap();
    server.clock.pass(1);
    let second = server.issue().await;
    server.keys.issue(NewApiKey::of("bob")).await.unwrap();
    server.keys.revoke("ada", first.id()).await.unwrap();
    let listed = server.keys.list("ada").await.unwrap();
    let told = listed.iter().map(|key| (key.id.as_str(), key.label.as_str(), key.revoked));
    let expected = [(first.id(), "laptop", Some(START + 1)), (second.id(), "", None)];
    assert_eq!(told.collect::<Vec<_>>(), expected);
    assert_eq!(server.keys.forget_ended(Duration::from_secs(0)).await.unwrap(), 0);
    server.clock.pass(61);
    assert_eq!(server.keys.forget_ended(Duration::from_secs(60)).await.unwrap(), 1);
    assert_eq!(server.keys.list("ada").await.unwrap().len(), 1);
    assert_eq!(server.me(first.expose()).await.status, 401);
    assert_eq!(server.me(second.expose()).await.status, 200);
}

#[actix_web::test]
async fn no_two_keys_are_alike_and_all_look_the_same() {
    let server = Server::new(MemoryStore::new(), |scheme| scheme);
    let mut ids = HashSet::new();
    let mut characters = HashSet::new();
    for _ in 0..500 {
        let key = server.issue().await;
        let random = key.expose().strip_prefix("acme_").unwrap().split_at(55).0;
        assert!(random.bytes().all(|byte| byte.is_ascii_alphanumeric()), "{random}");
        assert!(random.starts_with(key.id()));
        assert_eq!(key.expose().len(), 67);
        characters.extend(random.bytes());
        assert!(ids.insert(key.id().to_owned()));
    }
    assert_eq!(characters.len(), 62);
}

#[actix_web::test]
async fn in_a_file_keys_outlive_the_process_and_revoked_ones_stay_dead() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("keys.sqlite");
    let keys = ApiKeys::new("acme", SqliteStore::open(&file).await.unwrap());
    let (kept, dead) = (NewApiKey::of("ada").role("Admin"), NewApiKey::of("ada"));
    let kept = keys.issue(kept).await.unwrap();
    let dead = keys.issue(dead).await.unwrap();
    assert!(keys.revoke("ada", dead.id()).await.unwrap());
    drop(keys);
    let keys = ApiKeys::new("acme", SqliteStore::open(&file).await.unwrap());
    let builder = Portcullis::builder().module("api_key::endpoints");
    let portcullis = builder.scheme("key", ApiKey::new(&keys)).build().unwrap();
    let server = Server { portcullis, ..Server::new(MemoryStore::new(), |scheme| scheme) };
    assert_eq!(server.me(kept.expose()).await.status, 200);
    assert_eq!(server.me(dead.expose()).await.status, 401);
    let listed = keys.list("ada").await.unwrap();
    assert!(listed.iter().any(|key| key.id == kept.id() && key.last_used.is_some()));
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        let secret = &kept.expose().as_bytes()[17..60];
        assert!(!bytes.windows(secret.len()).any(|window| window == secret), "the secret is kept");
    }
}
