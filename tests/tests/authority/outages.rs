//! A provider that does not answer.

use std::time::Instant;

use futures_util::FutureExt;
use portcullis_identity_provider::{Behaviour, Page};

use crate::bed::{Bed, TIME_LIMIT, claims};

#[actix_web::test]
async fn known_keys_never_wait_for_the_network() {
    let bed = Bed::warm().await;
    let known = bed.token();
    bed.provider.behave(Page::Metadata, Behaviour::Stall);
    bed.clock.on(3000);
    // One is waiting for the answer of the provider …
    let unknown = bed.unknown(0);
    let mut waiting = Box::pin(bed.status(&unknown));
    assert!((&mut waiting).now_or_never().is_none());
    // … while a hundred others are answered.
    let begun = Instant::now();
    for _ in 0..100 {
        assert_eq!(bed.status(&known).await, 200);
    }
    assert!((&mut waiting).now_or_never().is_none(), "it took {:?}", begun.elapsed());
    assert!(begun.elapsed() < TIME_LIMIT);
    assert_eq!(waiting.await, 401);
}

#[actix_web::test]
async fn a_provider_that_dies_and_comes_back() {
    let mut bed = Bed::warm().await;
    let known = bed.token();
    let new = bed.provider.add_key();
    let new = bed.provider.token_of(&new, claims());
    bed.provider.die();
    for _ in 0..5 {
        bed.clock.on(600);
        assert_eq!(bed.status(&known).await, 200);
        assert_eq!(bed.status(&new).await, 401);
    }
    bed.provider.come_back();
    bed.clock.on(30);
    assert_eq!(bed.status(&new).await, 200);
    assert_eq!(bed.status(&known).await, 200);
}

/// The worker that has begun to fetch ends: the next one does it.
#[test]
fn a_worker_that_ends_takes_nothing_with_it() {
    let bed = actix_web::rt::System::new().block_on(async {
        let bed = Bed::new();
        bed.provider.behave(Page::Keys, Behaviour::Stall);
        let token = bed.token();
        let status = actix_web::rt::time::timeout(TIME_LIMIT / 4, bed.status(&token)).await;
        assert!(status.is_err());
        bed
    });
    bed.provider.behave(Page::Keys, Behaviour::Honest);
    let status = actix_web::rt::System::new().block_on(bed.status(&bed.token()));
    assert_eq!(status, 200);
}
