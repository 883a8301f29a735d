//! Neither before its time nor after it, however often a token was let in.

use std::time::Duration;

use portcullis::{JwtBearer, TokenCache};
use serde_json::{Value, json};

use crate::server::{Hands, NOW, SECRET, portcullis, serve, status, token};

/// Milliseconds from now, and what is answered then. The clock goes back, too.
type Course = [(i64, u16)];

async fn follow(scheme: JwtBearer, claims: Value, course: &Course) {
    let token = token(claims.clone());
    for cache in [TokenCache::default(), TokenCache::off()] {
        let clock = Hands::at(NOW);
        let server = serve(&portcullis(scheme.clone().token_cache(cache.clone()), &clock)).await;
        for (after, expected) in course.iter().chain(course.iter().rev()) {
            clock.set((NOW * 1000).checked_add_signed(*after).unwrap());
            for time in 1..=3 {
                let status = status(&server, &token).await;
                assert_eq!(status, *expected, "{after} ms, {time}. time, {cache:?}: {claims}");
            }
        }
    }
}

fn scheme() -> JwtBearer {
    JwtBearer::hs256(SECRET)
}

#[actix_web::test]
async fn a_token_expires_while_it_is_remembered() {
    let course = [(0, 200), (89_999, 200), (90_000, 401), (90_001, 401), (900_000, 401)];
    follow(scheme(), json!({ "exp": NOW + 60 }), &course).await;
    let course = [(0, 200), (59_999, 200), (60_000, 401)];
    follow(scheme().leeway(Duration::ZERO), json!({ "exp": NOW + 60 }), &course).await;
}

#[actix_web::test]
async fn a_token_is_too_early_again_when_the_clock_goes_back() {
    let course = [(30_000, 200), (29_999, 401), (-30_001, 401), (60_000, 200)];
    follow(scheme(), json!({ "nbf": NOW + 60 }), &course).await;
    follow(scheme(), json!({ "iat": NOW + 60 }), &course).await;
}

#[actix_web::test]
async fn a_token_grows_too_old_while_it_is_remembered() {
    let scheme = scheme().max_age(Duration::from_secs(100));
    let course = [(0, 200), (129_999, 200), (130_000, 401), (500_000, 401)];
    follow(scheme, json!({ "iat": NOW }), &course).await;
}
