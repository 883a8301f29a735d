//! `exp`, `nbf`, `iat` (RFC 7519 §4.1.4–6) and age.

use std::time::Duration;

use jsonwebtoken::errors::Result;
use jsonwebtoken::{TokenData, Validation};
use serde_json::Value;

use crate::ours::{Server, now, scheme};
use crate::plain;
use crate::token::signed;

fn token(members: &str) -> String {
    signed(r#"{"alg":"HS256"}"#, &format!(r#"{{"sub":"alice",{members}}}"#))
}

/// The verdict on a token that was made in the very second in which it was judged.
fn in_one_second(
    settings: &Validation,
    token: impl Fn(u64) -> String,
) -> (u64, Result<TokenData<Value>>) {
    loop {
        let second = now();
        let verdict = plain::verdict(&token(second), settings);
        if now() == second {
            return (second, verdict);
        }
    }
}

#[test]
fn a_token_that_has_expired_45_seconds_ago() {
    let server = Server::of(scheme());
    server.accepts(&token(&format!(r#""exp":{}"#, now() + 600)));
    let token = token(&format!(r#""exp":{}"#, now() - 45));
    plain::accepts::<Value>(&token, &plain::usual());
    server.refuses(&token, "the token has expired");
}

#[test]
fn exp_equal_to_now_without_leeway() {
    let settings = Validation { leeway: 0, ..plain::usual() };
    let expiring = |second| token(&format!(r#""exp":{second}"#));
    let (second, verdict) = in_one_second(&settings, expiring);
    assert!(verdict.is_ok(), "{verdict:?}");
    let server = Server::at(second, scheme().leeway(Duration::ZERO));
    server.accepts(&expiring(second + 1));
    server.refuses(&expiring(second), "the token has expired");
}

/// A fraction is rounded up to the next second.
#[test]
fn exp_before_now_by_less_than_half_a_second_without_leeway() {
    let settings = Validation { leeway: 0, ..plain::usual() };
    let expiring = |second: u64| token(&format!(r#""exp":{}.5"#, second - 1));
    let (second, verdict) = in_one_second(&settings, expiring);
    assert!(verdict.is_ok(), "{verdict:?}");
    let server = Server::at(second, scheme().leeway(Duration::ZERO));
    server.accepts(&expiring(second + 1));
    server.refuses(&expiring(second), "the token has expired");
}

#[test]
fn nbf_in_the_future() {
    let server = Server::of(scheme());
    let exp = now() + 9_000;
    server.accepts(&token(&format!(r#""exp":{exp},"nbf":{}"#, now())));
    let early = token(&format!(r#""exp":{exp},"nbf":{}"#, now() + 3_600));
    plain::accepts::<Value>(&early, &plain::usual());
    server.refuses(&early, "the token is not valid yet");
    let text = token(&format!(r#""exp":{exp},"nbf":"tomorrow""#));
    plain::accepts::<Value>(&text, &plain::usual());
    server.refuses(&text, "`exp`, `nbf` or `iat` is not a number");
}

#[test]
fn iat_in_the_future() {
    let server = Server::of(scheme());
    let exp = now() + 9_000;
    server.accepts(&token(&format!(r#""exp":{exp},"iat":{}"#, now())));
    let settings = Validation { validate_nbf: true, ..plain::usual() };
    let future = token(&format!(r#""exp":{exp},"iat":{}"#, now() + 3_600));
    plain::accepts::<Value>(&future, &settings);
    server.refuses(&future, "the token was issued in the future");
    let text = token(&format!(r#""exp":{exp},"iat":"yesterday""#));
    plain::accepts::<Value>(&text, &settings);
    server.refuses(&text, "`exp`, `nbf` or `iat` is not a number");
}

#[test]
fn a_token_of_any_age() {
    let server = Server::of(scheme().max_age(Duration::from_secs(86_400)));
    let exp = now() + 600;
    server.accepts(&token(&format!(r#""exp":{exp},"iat":{}"#, now() - 60)));
    let old = token(&format!(r#""exp":{exp},"iat":1000000000"#));
    plain::accepts::<Value>(&old, &plain::usual());
    server.refuses(&old, "the token is too old");
    let undated = token(&format!(r#""exp":{exp}"#));
    plain::accepts::<Value>(&undated, &plain::usual());
    server.refuses(&undated, "`iat` is missing");
}
