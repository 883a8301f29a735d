//! Strangers who name keys that nobody has.

use std::time::Duration;

use futures_util::future::join_all;
use portcullis::JwtBearer;

use crate::bed::{Bed, unknown};

#[actix_web::test]
async fn ten_thousand_at_once_are_one_fetch() {
    let bed = Bed::warm().await;
    bed.clock.on(30);
    let tokens = (0..10_000).map(|number| bed.unknown(number)).collect::<Vec<_>>();
    let statuses = join_all(tokens.iter().map(|token| bed.status(token))).await;
    assert!(statuses.iter().all(|status| *status == 401));
    assert_eq!(bed.asked(), (2, 2));
}

#[actix_web::test]
async fn ten_thousand_over_five_minutes_are_one_fetch_in_thirty_seconds() {
    let bed = Bed::warm().await;
    for second in 1..=300 {
        bed.clock.on(1);
        for number in 0..34 {
            assert_eq!(bed.status(&bed.unknown(second * 34 + number)).await, 401);
        }
        let most = 1 + second / 30;
        let (metadata, keys) = bed.asked();
        assert!(metadata <= most && keys <= most, "{metadata}, {keys} after {second} s");
    }
    assert_eq!(bed.asked(), (11, 11));
}

/// At first, when there are no keys at all.
#[actix_web::test]
async fn ten_thousand_before_anything_else_are_one_fetch() {
    // It takes a while until all of them are on their way.
    let bed = Bed::with(|authority| {
        let authority = authority.time_limit(Duration::from_secs(20));
        JwtBearer::authority(authority).audience("api")
    });
    let tokens = (0..10_000).map(|number| bed.unknown(number)).collect::<Vec<_>>();
    let statuses = join_all(tokens.iter().map(|token| bed.status(token))).await;
    assert!(statuses.iter().all(|status| *status == 401));
    assert_eq!(bed.asked(), (1, 1));
}

/// Tokens that cannot be the provider's are not asked about.
#[actix_web::test]
async fn tokens_that_cannot_be_the_providers_cost_nothing() {
    let bed = Bed::warm().await;
    bed.clock.on(60);
    let elsewhere = unknown("https://elsewhere.example", 1);
    let none = bed.unknown(1);
    let (_, rest) = none.split_once('.').unwrap();
    // {"alg":"none","kid":"x"} and {"alg":"HS256","kid":"x"}
    let none = format!("eyJhbGciOiJub25lIiwia2lkIjoieCJ9.{rest}");
    let hmac = format!("eyJhbGciOiJIUzI1NiIsImtpZCI6IngifQ.{rest}");
    // The key is there, and the signature does not hold.
    let forged = bed.token();
    let (message, _) = forged.rsplit_once('.').unwrap();
    let forged = format!("{message}.{}", "A".repeat(86));
    for token in [elsewhere, none, hmac, forged, "x".to_owned(), "a.b.c".to_owned()] {
        assert_eq!(bed.status(&token).await, 401, "{token}");
    }
    assert_eq!(bed.asked(), (1, 1));
}
