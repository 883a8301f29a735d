//! A scheme at work with what it remembers, where keys are replaced meanwhile.

use std::sync::Arc;
use std::time::Duration;

use actix_web::HttpRequest;
use actix_web::test::TestRequest;

use crate::scheme::{Answer, Found, Reason, Registered};
use crate::{JwtBearer, Portcullis, TokenCache};

fn registered(cache: TokenCache) -> (Arc<Registered>, String) {
    let scheme = JwtBearer::hs256([7; 32]).key_id("2026").token_cache(cache);
    let portcullis = Portcullis::builder().scheme("jwt", scheme).build().unwrap();
    let token = portcullis.tokens().subject("ada").expires_in(Duration::from_secs(60));
    (Arc::clone(&portcullis.shared().schemes[0]), token.sign().unwrap())
}

fn request(token: &str) -> HttpRequest {
    TestRequest::default()
        .insert_header(("Authorization", format!("Bearer {token}")))
        .to_http_request()
}

fn answer(scheme: &Registered, token: &str) -> Result<String, Reason> {
    match scheme.scheme.authenticate(&request(token)) {
        Answer::Ready(Found::Caller(caller)) => Ok(caller.id().to_owned()),
        Answer::Ready(Found::Rejected(reason)) => Err(reason),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_key_that_is_replaced_while_its_token_is_remembered_verifies_nothing_more() {
    for cache in [TokenCache::default(), TokenCache::off()] {
        let (scheme, token) = registered(cache);
        for _ in 0..3 {
            assert_eq!(answer(&scheme, &token).as_deref(), Ok("ada"));
        }
        let ring = &scheme.judge.as_ref().unwrap().acceptance.trusts[0].ring;
        ring.replace(Vec::new());
        for _ in 0..3 {
            let refused = Reason::Invalid("`kid` selects no configured key");
            assert_eq!(answer(&scheme, &token), Err(refused));
        }
    }
}

/// What the guard takes for bound without asking the clock again.
#[test]
fn a_remembered_caller_is_bound_to_the_instance_that_has_verified_it() {
    let (one, token) = registered(TokenCache::default());
    let (other, _) = registered(TokenCache::default());
    for _ in 0..2 {
        let Answer::Ready(Found::Caller(caller)) = one.scheme.authenticate(&request(&token)) else {
            panic!("not a caller");
        };
        assert!(caller.is_found_by(&one.setup.scheme) && !caller.is_found_by(&other.setup.scheme));
        assert!(one.bind(caller.clone()).is_ok());
        assert!(other.bind(caller).is_err(), "a stranger there");
    }
}
