//! What keeps a server from starting.

use std::time::Duration;

use portcullis::{Builder, CookieSession, JwtBearer, MemoryStore, Portcullis, RefreshTokens};

use crate::service::Service;
use crate::site::KEY;

const OTHER: [u8; 32] = *b"abcdefABCDEF0123abcdefABCDEF0123";

fn tokens() -> RefreshTokens {
    RefreshTokens::new(MemoryStore::new(), Service::default())
}

fn told(builder: Builder) -> Vec<String> {
    let Err(problems) = builder.build() else { return Vec::new() };
    for problem in problems.iter() {
        assert!(problem.place().unwrap().0.ends_with("startup.rs"), "{problem}");
    }
    problems.iter().map(|problem| problem.message().to_owned()).collect()
}

fn told_of(tokens: RefreshTokens) -> Vec<String> {
    let jwt = JwtBearer::hs256(KEY);
    told(Portcullis::builder().scheme("jwt", jwt).refresh_tokens(tokens))
}

#[test]
fn spans_that_make_no_sense() {
    let (none, day) = (Duration::ZERO, Duration::from_secs(24 * 3600));
    let cases = [
        (tokens().access_validity(none), "access tokens are good for less than a second"),
        (tokens().access_validity(Duration::from_millis(999)), "access tokens are good for less"),
        (tokens().access_validity(day * 2).refresh_validity(day * 3), "for more than a day"),
        (tokens().access_validity(day), "access tokens are good for longer than refresh tokens"),
        (tokens().refresh_validity(none), "refresh tokens are good for less than a second"),
        (tokens().refresh_validity(day * 31), "is good for longer than a login lasts"),
        (tokens().absolute(day * 401), "a login lasts for more than 400 days"),
        (tokens().absolute(none), "is good for longer than a login lasts"),
        (tokens().grace(Duration::from_millis(1)), "a grace of less than a second is none"),
        (tokens().grace(Duration::from_secs(301)), "the grace is longer than 5 minutes"),
        (
            tokens().access_validity(Duration::from_secs(5)),
            "the grace is longer than an access token is good for",
        ),
    ];
    for (tokens, part) in cases {
        let problems = told_of(tokens);
        assert!(problems.iter().any(|problem| problem.contains(part)), "{part}: {problems:?}");
    }
    assert_eq!(told_of(tokens()), [] as [&str; 0]);
}

#[test]
fn schemes_that_cannot_be_meant() {
    let one = || Portcullis::builder().scheme("jwt", JwtBearer::hs256(KEY));
    let two = || one().scheme("other", JwtBearer::hs256(OTHER));
    let cookie = || CookieSession::stored(MemoryStore::new());
    let cases = [
        (
            Portcullis::builder().scheme("cookie", cookie()).refresh_tokens(tokens()),
            "the refresh tokens: no scheme can sign access tokens; register a `JwtBearer` with a \
             key that signs",
        ),
        (
            two().refresh_tokens(tokens()),
            "the refresh tokens: several schemes can sign access tokens; choose one with `.scheme`",
        ),
        (
            two().scheme("cookie", cookie()).refresh_tokens(tokens().scheme("cookie")),
            "the refresh tokens: the scheme `cookie` has no key to sign with",
        ),
        (
            one().refresh_tokens(tokens().scheme("jwd")),
            "the refresh tokens: no scheme `jwd` is registered; did you mean `jwt`?",
        ),
        (
            one().refresh_tokens(tokens()).refresh_tokens(tokens().path("/other")),
            "`refresh_tokens` is said twice; keep one of the two",
        ),
    ];
    for (builder, message) in cases {
        assert!(told(builder).contains(&message.to_owned()), "{message}");
    }
    assert_eq!(told(two().refresh_tokens(tokens().scheme("other"))), [] as [&str; 0]);
    let default = two().default_scheme("other").refresh_tokens(tokens());
    assert_eq!(told(default), [] as [&str; 0]);
}

#[test]
fn cookies_without_the_prefix_or_of_sessions() {
    for name in ["refresh", "__Host-", "__Host-a b", "__host-x", ""] {
        assert_eq!(
            told_of(tokens().cookie(name)),
            [format!(
                "the refresh tokens: the cookie's name {name:?} is not `__Host-` and a token after \
                 it; try `__Host-refresh`"
            )]
        );
    }
    let sessions = CookieSession::stored(MemoryStore::new());
    let both = Portcullis::builder().scheme("jwt", JwtBearer::hs256(KEY)).scheme("s", sessions);
    assert_eq!(
        told(both.refresh_tokens(tokens().cookie("__Host-session"))),
        [
            "the refresh tokens: sessions are kept in the cookie `__Host-session`; give it another name"
        ]
    );
}

#[test]
fn handlers_that_log_in_where_nothing_keeps_logins() {
    let built = Portcullis::builder().scheme("jwt", JwtBearer::hs256(KEY)).build();
    let problems = built.err().unwrap().to_string();
    let expected = "takes `Logins`, and nothing keeps logins; add \
                    `.refresh_tokens(RefreshTokens::new(store, service))`";
    assert!(problems.contains(expected), "{problems}");
}

#[test]
fn everything_is_told_at_once() {
    let broken = tokens().access_validity(Duration::ZERO).cookie("x").scheme("nobody");
    assert_eq!(told_of(broken).len(), 4);
}
