//! How old an answer may be.

use std::time::Duration;

use portcullis::{PrivilegeCache, UserId};

use crate::scripted::{Does, Moved, Scripted};
use crate::served::{portcullis, status};

const SECOND: Duration = Duration::from_secs(1);
const NANOSECOND: Duration = Duration::from_nanos(1);

#[actix_web::test]
async fn a_demotion_is_seen_within_the_stated_time() {
    for (cache, age) in [
        (None, 5 * SECOND),
        (Some(30 * SECOND), 30 * SECOND),
        (Some(Duration::from_millis(10)), Duration::from_millis(10)),
    ] {
        let (source, clock) = (Scripted::does(Does::Role("Editor")), Moved::new());
        let plain = PrivilegeCache::new(source.clone());
        let portcullis = portcullis(cache.map_or(plain.clone(), |it| plain.max_age(it)), &clock);
        assert_eq!(status(&portcullis, "/edit", "eve").await, 200);
        source.now(Does::Nothing);
        clock.forward(age - NANOSECOND);
        assert_eq!(status(&portcullis, "/edit", "eve").await, 200, "{age:?}");
        assert_eq!(source.asked().len(), 1, "{age:?}");
        clock.forward(NANOSECOND);
        assert_eq!(status(&portcullis, "/edit", "eve").await, 403, "{age:?}");
        assert_eq!(source.asked().len(), 1, "{age:?}");
    }
}

#[actix_web::test]
async fn an_answer_is_no_younger_for_being_used() {
    let (source, clock) = (Scripted::does(Does::Role("Editor")), Moved::new());
    let portcullis = portcullis(source.clone(), &clock);
    for _ in 0..5 {
        assert_eq!(status(&portcullis, "/edit", "eve").await, 200);
        clock.forward(SECOND);
    }
    source.now(Does::Nothing);
    assert_eq!(status(&portcullis, "/edit", "eve").await, 403);
    assert_eq!(source.asked().len(), 2);
}

#[actix_web::test]
async fn a_promotion_is_seen_within_the_stated_time() {
    let (source, clock) = (Scripted::default(), Moved::new());
    let portcullis = portcullis(source.clone(), &clock);
    assert_eq!(status(&portcullis, "/edit", "eve").await, 403);
    source.now(Does::Role("Editor"));
    assert_eq!(status(&portcullis, "/edit", "eve").await, 403);
    clock.forward(5 * SECOND);
    assert_eq!(status(&portcullis, "/edit", "eve").await, 200);
}

#[actix_web::test]
async fn with_age_zero_or_no_room_every_request_asks() {
    let source = Scripted::does(Does::Role("Editor"));
    let cache = || PrivilegeCache::new(source.clone());
    for cache in [cache().max_age(Duration::ZERO), cache().capacity(0)] {
        let portcullis = portcullis(cache, &Moved::new());
        for _ in 0..3 {
            assert_eq!(status(&portcullis, "/edit", "eve").await, 200);
        }
        assert_eq!(source.asked().len(), 3);
    }
}

#[actix_web::test]
async fn a_clock_that_is_set_back_makes_nothing_younger() {
    let (source, clock) = (Scripted::does(Does::Role("Editor")), Moved::new());
    let portcullis = portcullis(source.clone(), &clock);
    assert_eq!(status(&portcullis, "/edit", "eve").await, 200);
    source.now(Does::Nothing);
    clock.back(3600 * SECOND);
    assert_eq!(status(&portcullis, "/edit", "eve").await, 403);
}

#[actix_web::test]
async fn another_version_makes_everything_old() {
    let source = Scripted::does(Does::Role("Editor"));
    let portcullis = portcullis(source.clone(), &Moved::new());
    assert_eq!(status(&portcullis, "/edit", "eve").await, 200);
    assert_eq!(status(&portcullis, "/edit", "ada").await, 200);
    source.now(Does::Nothing);
    assert_eq!(status(&portcullis, "/edit", "eve").await, 200);
    source.next_version();
    assert_eq!(status(&portcullis, "/edit", "eve").await, 403);
    assert_eq!(status(&portcullis, "/edit", "ada").await, 403);
}

#[actix_web::test]
async fn a_user_can_be_forgotten_at_once_and_so_can_all() {
    let source = Scripted::does(Does::Role("Editor"));
    let cache = PrivilegeCache::new(source.clone()).max_age(3600 * SECOND);
    let portcullis = portcullis(cache.clone(), &Moved::new());
    for user in ["eve", "ada"] {
        assert_eq!(status(&portcullis, "/edit", user).await, 200);
    }
    source.now(Does::Nothing);
    cache.invalidate(&UserId::new("https://issuer.example", "eve"));
    assert_eq!(status(&portcullis, "/edit", "eve").await, 200);
    cache.invalidate(&UserId::new("urn:portcullis:scheme:spelled", "eve"));
    assert_eq!(status(&portcullis, "/edit", "eve").await, 403);
    assert_eq!(status(&portcullis, "/edit", "ada").await, 200);
    cache.invalidate_all();
    assert_eq!(status(&portcullis, "/edit", "ada").await, 403);
}
