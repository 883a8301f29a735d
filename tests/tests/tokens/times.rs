//! `iat`, `nbf` and `exp`: now, now, and the expiry, in whole seconds.

use std::time::{Duration, UNIX_EPOCH};

use serde_json::{Value, json};

use crate::read::claims;
use crate::set_up::{At, NOW, jwt, lets_in, server, set_up, sound};

fn seconds(token: &str) -> [Option<Value>; 3] {
    let claims = claims(token);
    ["iat", "nbf", "exp"].map(|name| claims.get(name).cloned())
}

#[test]
fn a_token_is_issued_and_valid_from_now_until_its_expiry() {
    let token = sound(&server()).expires_in(Duration::from_secs(24 * 3600)).sign().unwrap();
    assert_eq!(seconds(&token), [NOW, NOW, NOW + 86_400].map(|second| Some(json!(second))));
}

#[test]
fn of_two_expiries_the_last_counts() {
    let token = sound(&server()).expires_in(Duration::from_secs(5)).sign().unwrap();
    assert_eq!(seconds(&token), [NOW, NOW, NOW + 5].map(|second| Some(json!(second))));
}

#[test]
fn fractions_of_a_second_are_cut_off() {
    let time = UNIX_EPOCH + Duration::from_millis(NOW * 1000 + 999);
    let portcullis = set_up(jwt().leeway(Duration::ZERO)).clock(At(time)).build().unwrap();
    let token = sound(&portcullis).expires_in(Duration::from_millis(1_999)).sign().unwrap();
    assert_eq!(seconds(&token), [NOW, NOW, NOW + 1].map(|second| Some(json!(second))));
    lets_in(&portcullis, &token);
}

#[test]
fn a_new_token_is_let_in_without_leeway() {
    let portcullis = set_up(jwt().leeway(Duration::ZERO)).build().unwrap();
    lets_in(&portcullis, &sound(&portcullis).sign().unwrap());
    let shortest = sound(&portcullis).expires_in(Duration::from_secs(1)).sign().unwrap();
    lets_in(&portcullis, &shortest);
}

#[test]
fn a_new_token_is_let_in_by_a_scheme_with_a_greatest_age() {
    let portcullis = set_up(jwt().max_age(Duration::from_secs(60))).build().unwrap();
    lets_in(&portcullis, &sound(&portcullis).sign().unwrap());
}
