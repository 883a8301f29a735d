//! Claims that nobody reads, nested as deep as the sender likes.

use crate::ours::{Server, now, scheme};
use crate::plain;
use crate::token::signed;

const TOO_DEEP: &str = "the claims are no JSON object with unique names";

fn nested(levels: usize) -> String {
    let (open, close) = ("[".repeat(levels), "]".repeat(levels));
    let claims = format!(r#"{{"sub":"alice","exp":{},"x":{open}{close}}}"#, now() + 600);
    signed(r#"{"alg":"HS256"}"#, &claims)
}

/// The most levels that fit in a token of this length.
fn deepest(length: usize) -> String {
    let room = length - nested(0).len();
    let token = (0..room * 3 / 8 + 1).rev().map(nested).find(|token| token.len() <= length);
    token.unwrap()
}

#[test]
fn levels_that_fit_in_8_kib() {
    let server = Server::of(scheme());
    server.accepts(&nested(15));
    for token in [nested(16), nested(200), deepest(8 * 1024)] {
        assert_eq!(plain::accepts::<plain::Claims>(&token, &plain::usual()).sub, "alice");
        server.refuses(&token, TOO_DEEP);
    }
}

#[test]
fn levels_that_fit_in_64_kib() {
    let server = Server::of(scheme().max_token_bytes(64 * 1024));
    server.accepts(&nested(15));
    let token = deepest(64 * 1024);
    assert_eq!(plain::accepts::<plain::Claims>(&token, &plain::usual()).sub, "alice");
    server.refuses(&token, TOO_DEEP);
    server.accepts(&nested(15));
}

#[test]
fn forty_thousand_levels() {
    let server = Server::of(scheme());
    server.accepts(&nested(15));
    let token = nested(40_000);
    assert_eq!(plain::accepts::<plain::Claims>(&token, &plain::usual()).sub, "alice");
    server.refuses(&token, "the token is too long");
}
