//! A handler that takes `Tokens` where no scheme can sign keeps the server from starting. A
//! binary of its own, since every endpoint of a binary is checked.
#![expect(clippy::unwrap_used, reason = "ends the test that was wrong")]

use std::time::Duration;

use portcullis::{Error, JwtBearer, Portcullis, Problem, Tokens, endpoint};
use portcullis_tests::Spelled;

const SECRET: &[u8] = b"forty bytes that only the servers know!!";

const LINE: u32 = line!() + 2;

#[endpoint(post = "/login", anonymous)]
async fn login(tokens: Tokens) -> Result<String, Error> {
    tokens.subject("alice").expires_in(Duration::from_secs(60)).sign()
}

const WHY: &str = "`login` takes `Tokens`, and no scheme has a key to sign with; register one, \
                   such as `JwtBearer::hs256(secret)`";

/// The problem stands at the attribute, not at the builder.
#[track_caller]
fn is_told(builder: portcullis::Builder) {
    let problems = builder.build().unwrap_err();
    let problems = problems.iter().collect::<Vec<_>>();
    assert_eq!(problems.iter().map(|problem| problem.message()).collect::<Vec<_>>(), [WHY]);
    assert_eq!(problems.iter().find_map(|problem| problem.place()), Some((file!(), LINE)));
}

#[test]
fn no_scheme_at_all() {
    Portcullis::builder().scheme("jwt", JwtBearer::hs256(SECRET)).build().unwrap();
    is_told(Portcullis::builder());
}

#[test]
fn only_schemes_without_a_key() {
    let schemes = || Portcullis::builder().scheme("spelled", Spelled).scheme("second", Spelled);
    schemes().scheme("jwt", JwtBearer::hs256(SECRET)).build().unwrap();
    is_told(schemes());
}

/// A scheme that cannot be made is told by itself, and not once more for each of its handlers.
#[test]
fn a_scheme_with_a_bad_key_is_one_problem() {
    let builder = Portcullis::builder().scheme("jwt", JwtBearer::hs256("short"));
    let problems = builder.build().unwrap_err();
    let messages = problems.iter().map(Problem::message).collect::<Vec<_>>();
    assert_eq!(messages.len(), 1, "{messages:?}");
    assert!(messages.iter().all(|message| message.contains("the HS256 key has only 5 bytes")));
}

/// The key need not be the default scheme's: a handler may name the scheme that has one.
#[test]
fn a_key_of_any_scheme_is_enough() {
    let builder = Portcullis::builder().scheme("spelled", Spelled);
    let portcullis = builder.scheme("jwt", JwtBearer::hs256(SECRET)).build().unwrap();
    let sign = |tokens: Tokens| {
        tokens
            .subject("alice")
            .expires_in(Duration::from_secs(60))
            .sign()
            .map_err(|error| error.to_string())
    };
    assert!(sign(portcullis.tokens().scheme("jwt")).is_ok());
    let why = "the scheme `spelled` has no key to sign with";
    assert_eq!(sign(portcullis.tokens()), Err(why.to_owned()));
}
