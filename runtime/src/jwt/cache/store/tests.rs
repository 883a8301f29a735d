//! What the store keeps, counts and forgets. When an entry is good is tested over servers.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use super::super::super::Algorithm;
use super::super::super::key::VerifyingKey;
use super::super::super::scheme::Verified;
use super::super::TokenCache;
use super::VerifiedTokens;
use crate::principal::Principal;

const NOW: SystemTime = SystemTime::UNIX_EPOCH;

fn key() -> Arc<VerifyingKey> {
    Arc::new(VerifyingKey::for_tests(Algorithm::Hs256))
}

fn verified(subject: &str, key: &Arc<VerifyingKey>) -> Verified {
    let until = NOW + Duration::from_secs(60);
    Verified { caller: Principal::new(subject), key: Arc::clone(key), from: NOW, until }
}

fn store(config: TokenCache) -> VerifiedTokens {
    VerifiedTokens::new(&config).unwrap()
}

fn keep(store: &VerifiedTokens, token: &str, subject: &str) {
    store.keep(token.as_bytes(), verified(subject, &key()));
}

fn finds(store: &VerifiedTokens, token: &str) -> bool {
    store.get(token.as_bytes(), NOW).is_some()
}

#[test]
fn a_token_is_found_by_all_of_its_bytes() {
    let store = store(TokenCache::default());
    let token = format!("header.payload.{}", "s".repeat(43));
    keep(&store, &token, "ada");
    assert!(finds(&store, &token));
    // The same end, and so the same hash.
    assert!(!finds(&store, &token.replace("payload", "PAYLOAD")));
    for at in 0..token.len() {
        let mut other = token.clone().into_bytes();
        other[at] ^= 1;
        assert!(store.get(&other, NOW).is_none(), "byte {at}");
    }
    assert!(!finds(&store, &token[1..]) && !finds(&store, ""));
}

#[test]
fn a_key_that_is_retired_takes_its_tokens_along() {
    let store = store(TokenCache::default());
    let (one, other) = (key(), key());
    store.keep(b"one", verified("ada", &one));
    store.keep(b"other", verified("ada", &other));
    one.retire();
    assert!(!finds(&store, "one") && finds(&store, "other"));
    assert_eq!(store.counted().0, 1, "the memory is free again");
}

#[test]
fn neither_bound_is_passed() {
    for (config, entries, bytes) in [
        (TokenCache::default().entries(500), 500, 32 << 20),
        (TokenCache::default().bytes(1 << 20), 16 * 1024, 1 << 20),
        (TokenCache::off().entries(32), 32, 32 << 20),
    ] {
        let store = store(config);
        for number in 0..3_000 {
            keep(&store, &format!("{number} {}", "x".repeat(number % 2_000)), "ada");
            let (kept, counted) = store.counted();
            assert!(kept <= entries && counted <= bytes, "{kept} entries, {counted} bytes");
        }
        let (kept, counted) = store.counted();
        assert!(kept > 0 && counted > 0 && counted <= bytes, "{kept} entries, {counted} bytes");
    }
}

#[test]
fn tokens_seen_once_do_not_push_out_those_that_come_again() {
    let store = store(TokenCache::default().entries(2_000));
    let honest = (0..200).map(|number| format!("honest {number}")).collect::<Vec<_>>();
    for token in &honest {
        keep(&store, token, "ada");
        assert!(finds(&store, token));
    }
    for number in 0..20_000 {
        keep(&store, &format!("flood {number}"), "eve");
        if number % 1_000 == 0 {
            assert!(honest.iter().filter(|token| finds(&store, token)).count() >= 190);
        }
    }
    let left = honest.iter().filter(|token| finds(&store, token)).count();
    assert!(left >= 190, "{left} of 200 are left");
}
