//! Callers that a function of the application has kept.

use std::sync::{Mutex, OnceLock};

use portcullis::{IntoScheme, JwtBearer, Principal, TokenCache};
use serde_json::json;

use crate::server::{Hands, NOW, SECRET, portcullis, serve, status, token};

/// The function answers with the caller of the first token, as it was found.
#[actix_web::test]
async fn a_caller_that_was_kept_is_nobody_when_its_own_token_has_expired() {
    let [short, long] = [60, 3600].map(|left| token(json!({ "exp": NOW + left })));
    for cache in [TokenCache::default(), TokenCache::off()] {
        let first = OnceLock::<Principal>::new();
        let scheme = JwtBearer::hs256(SECRET).token_cache(cache);
        let scheme = scheme.transform(move |caller| first.get_or_init(|| caller).clone());
        let clock = Hands::at(NOW);
        let server = serve(&portcullis(scheme, &clock)).await;
        assert_eq!(status(&server, &short).await, 200);
        for (after, expected) in [(0, 200), (89_999, 200), (90_000, 401), (600_000, 401)] {
            clock.set(NOW * 1000 + after);
            assert_eq!(status(&server, &long).await, expected, "{after} ms");
        }
    }
}

/// The token expires while the function waits for something.
#[actix_web::test]
async fn a_caller_whose_token_expires_meanwhile_is_nobody() {
    let clock = Hands::at(NOW);
    let hands = Mutex::new(clock.clone());
    let scheme = JwtBearer::hs256(SECRET).transform_async(async move |caller: Principal| {
        actix_web::rt::task::yield_now().await;
        hands.lock().unwrap().set((NOW + 90) * 1000);
        caller
    });
    let server = serve(&portcullis(scheme, &clock)).await;
    assert_eq!(status(&server, &token(json!({ "exp": NOW + 60 }))).await, 401);
}
