//! What is not signed, each beside a neighbour that is. Answered with 500, since the caller can
//! do nothing about it.

use std::collections::BTreeMap;
use std::error::Error as _;
use std::io;
use std::time::{Duration, UNIX_EPOCH};

use actix_web::ResponseError;
use portcullis::{Error, Portcullis, Random, Token};

use crate::set_up::{At, jwt, server, set_up, sound};

#[track_caller]
fn is_signed(token: Token) {
    token.sign().unwrap();
}

#[track_caller]
fn is_refused(token: Token, why: &str) -> Error {
    let error = token.sign().unwrap_err();
    assert_eq!(error.to_string(), why);
    assert_eq!(error.status_code(), 500);
    error
}

#[test]
fn a_token_without_an_expiry() {
    let portcullis = server();
    let why = "a token needs an expiry of at least one second";
    let alice = || portcullis.tokens().subject("alice");
    is_signed(alice().expires_in(Duration::from_secs(1)));
    is_refused(alice(), why);
    is_refused(alice().expires_in(Duration::ZERO), why);
    is_refused(alice().expires_in(Duration::from_nanos(1)), why);
    is_refused(alice().expires_in(Duration::from_millis(999)), why);
}

#[test]
fn an_expiry_beyond_all_numbers() {
    let portcullis = server();
    is_signed(sound(&portcullis).expires_in(Duration::from_secs(1 << 32)));
    let endless = sound(&portcullis).expires_in(Duration::MAX);
    is_refused(endless, "the expiry is out of range");
}

#[test]
fn a_token_without_a_subject() {
    let portcullis = server();
    let minute = Duration::from_secs(60);
    is_signed(portcullis.tokens().subject("a").expires_in(minute));
    is_refused(portcullis.tokens().subject("").expires_in(minute), "a token needs a subject");
}

#[test]
fn a_claim_that_is_set_while_signing_or_has_a_method() {
    let portcullis = server();
    for name in ["iss", "aud", "exp", "nbf", "iat", "jti", "sub"] {
        is_signed(sound(&portcullis).claim(name.to_uppercase(), 1));
        let why = format!("the claim `{name}` is not set with `.claim`");
        is_refused(sound(&portcullis).claim(name, 1), &why);
    }
    for name in ["role", "roles", "permissions", "scope", "scp"] {
        is_signed(sound(&portcullis).claim(format!("{name}_"), "Admin"));
        let why = format!("the claim `{name}` is not set with `.claim`");
        is_refused(sound(&portcullis).claim(name, "Admin"), &why);
    }
}

#[test]
fn a_claim_that_the_scheme_reads_roles_or_the_subject_from() {
    let portcullis = set_up(jwt().role_claims(["groups"]).subject_claim("UserID")).build().unwrap();
    is_signed(sound(&portcullis).claim("roles", "Admin"));
    for name in ["groups", "UserID", "sub"] {
        let why = format!("the claim `{name}` is not set with `.claim`");
        is_refused(sound(&portcullis).claim(name, "Admin"), &why);
    }
}

#[test]
fn a_claim_that_is_set_twice() {
    let portcullis = server();
    is_signed(sound(&portcullis).claim("a", 1).claim("b", 1));
    let why = "the claim `a` is set twice";
    is_refused(sound(&portcullis).claim("a", 1).claim("a", 2), why);
    is_refused(sound(&portcullis).claim("a", 1).claim("b", 1).claim("a", 1).claim("c", 1), why);
    is_refused(sound(&portcullis).claim("a", ()).claim("a", ()), why);
}

#[test]
fn a_token_that_its_own_scheme_would_not_accept() {
    let portcullis = server();
    let own = "the scheme would not accept this token: ";
    let many = (0..1_000).map(|number| format!("permission-{number}"));
    is_refused(sound(&portcullis).permissions(many), &format!("{own}the token is too long"));
    let deep = (0..17).fold(serde_json::json!(1), |inner, _| serde_json::json!([inner]));
    let why = format!("{own}the claims are no JSON object with unique names");
    is_refused(sound(&portcullis).claim("deep", deep), &why);
    let ages = Duration::from_secs(u64::MAX / 2);
    let why = format!("{own}`exp` is out of range");
    is_refused(sound(&portcullis).expires_in(ages), &why);
}

/// RFC 6749 §3.3
#[test]
fn a_scope_with_characters_that_no_scope_has() {
    let portcullis = server();
    is_signed(sound(&portcullis).scopes(["docs:read", "!#[]~", "https://api.example/a"]));
    for scope in ["", " ", "read write", "read\t", "\"read\"", "re\\ad", "lös", "read\0", "\u{7f}"]
    {
        let why = format!("{scope:?} is no scope (RFC 6749 §3.3)");
        is_refused(sound(&portcullis).scopes(["read", scope]), &why);
    }
}

#[test]
fn a_claim_that_json_cannot_write() {
    let portcullis = server();
    is_signed(sound(&portcullis).claim("a", BTreeMap::from([("x", 1)])));
    let why = "the claim `a` cannot be written as JSON";
    is_refused(sound(&portcullis).claim("a", BTreeMap::from([((1, 2), 3)])), why);
    is_refused(sound(&portcullis).claim("a", BTreeMap::from([(Some(vec![1]), 3)])), why);
}

#[test]
fn a_clock_before_1970() {
    let at = |time| set_up(jwt()).clock(At(time)).build().unwrap();
    is_signed(sound(&at(UNIX_EPOCH)));
    let early = sound(&at(UNIX_EPOCH - Duration::from_secs(1)));
    assert!(is_refused(early, "the clock is before 1970").source().is_some());
}

/// Has no bytes to give.
#[derive(Debug)]
pub(crate) struct Dry;

impl Random for Dry {
    fn fill(&self, _: &mut [u8]) -> io::Result<()> {
        Err(io::Error::other("the well is dry"))
    }
}

#[test]
fn a_token_without_chance() {
    is_signed(sound(&server()));
    let portcullis: Portcullis = set_up(jwt()).random(Dry).log_key([7; 16]).build().unwrap();
    let error = is_refused(sound(&portcullis), "no random bytes for a token");
    assert_eq!(error.source().unwrap().to_string(), "the well is dry");
}
