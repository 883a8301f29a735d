//! Keys that come and go.

use crate::bed::{Bed, claims};
use portcullis::JwtBearer;
use portcullis_identity_provider::Page;
use std::time::Duration;

#[actix_web::test]
async fn a_new_key_is_fetched_when_its_first_token_comes() {
    let bed = Bed::warm().await;
    let id = bed.provider.add_key();
    let token = bed.provider.token_of(&id, claims());
    bed.clock.on(29);
    assert_eq!(bed.status(&token).await, 401);
    assert_eq!(bed.asked(), (1, 1));
    bed.clock.on(1);
    assert_eq!(bed.status(&token).await, 200);
    assert_eq!(bed.asked(), (2, 2));
    // The old one is still published.
    assert_eq!(bed.status(&bed.provider.token_of("key-1", claims())).await, 200);
}

#[actix_web::test]
async fn a_key_that_was_withdrawn_is_gone_with_the_next_fetch() {
    let bed = Bed::warm().await;
    let old = bed.token();
    let new = bed.provider.add_key();
    bed.provider.withdraw_key("key-1");
    bed.clock.on(30);
    assert_eq!(bed.status(&old).await, 200);
    assert_eq!(bed.status(&bed.provider.token_of(&new, claims())).await, 200);
    assert_eq!(bed.status(&old).await, 401);
}

/// Without any token of a new key: by the interval, in the background.
#[actix_web::test]
async fn keys_are_fetched_again_when_the_interval_is_over() {
    let bed = Bed::with(|authority| {
        let authority = authority.refresh_every(Duration::from_secs(600));
        JwtBearer::authority(authority).audience("api")
    });
    let old = bed.token();
    assert_eq!(bed.status(&old).await, 200);
    bed.provider.add_key();
    bed.provider.withdraw_key("key-1");
    bed.clock.on(539);
    for _ in 0..20 {
        assert_eq!(bed.status(&old).await, 200);
    }
    assert_eq!(bed.asked(), (1, 1));
    bed.clock.on(122);
    // Nobody waits for it: this very token goes by the keys that are there.
    assert_eq!(bed.status(&old).await, 200);
    bed.becomes(&old, 401).await;
    assert_eq!(bed.asked(), (2, 2));
}

/// The jitter: servers do not all ask in the same second.
#[actix_web::test]
async fn the_interval_differs_by_up_to_a_tenth() {
    let mut early = 0;
    for _ in 0..24 {
        let bed = Bed::warm().await;
        // 15 minutes are the default.
        bed.clock.on(900);
        bed.status(&bed.token()).await;
        actix_web::rt::time::sleep(Duration::from_millis(60)).await;
        early += usize::from(bed.provider.asked(Page::Metadata) == 2);
    }
    assert!((1..24).contains(&early), "{early} of 24");
}

#[actix_web::test]
async fn a_clock_that_was_set_back_stops_nothing() {
    let bed = Bed::new();
    bed.clock.on(1_000_000);
    let token = bed.provider.token(serde_json::json!({
        "sub": "ada", "aud": "api", "exp": crate::bed::NOW + 2_000_000
    }));
    assert_eq!(bed.status(&token).await, 200);
    bed.clock.back(1_000_000);
    let id = bed.provider.add_key();
    assert_eq!(bed.status(&bed.provider.token_of(&id, claims())).await, 200);
}
