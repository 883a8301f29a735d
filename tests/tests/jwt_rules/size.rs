//! A bound on the token before anything of it is decoded (RFC 8725 §2.4 names none, ours is 8 KiB).

use crate::draft::sound;
use crate::server::{NOW, Server, scheme};
use crate::token::{encode, signed};

const TOO_LONG: &str = "the token is too long";

/// A sound token of exactly so many bytes.
fn of_length(length: usize) -> String {
    // Base64url has no text of 4 n + 1 characters, so that one header may not do.
    for header in [r#"{"alg":"HS256"}"#, r#"{"alg":"HS256" }"#] {
        let fixed = encode(header).len() + 2 + 43;
        let claims = format!(r#"{{"sub":"alice","exp":{}}}"#, NOW + 600);
        let blanks = (length - fixed) * 3 / 4 - claims.len();
        let token = signed(header, &(claims + &" ".repeat(blanks)));
        if token.len() == length {
            return token;
        }
    }
    unreachable!("one of the two headers makes a token of {length} bytes")
}

#[test]
fn a_token_of_8_kib_is_accepted_and_one_byte_more_is_refused() {
    let server = Server::of(scheme());
    server.accepts(&of_length(8191));
    server.accepts(&of_length(8192));
    server.refuses(&of_length(8193), TOO_LONG);
    server.refuses(&of_length(8194), TOO_LONG);
}

#[test]
fn the_limit_is_the_configured_one() {
    let server = Server::of(scheme().max_token_bytes(200));
    server.accepts(&of_length(200));
    server.refuses(&of_length(201), TOO_LONG);
    let server = Server::of(scheme().max_token_bytes(64 * 1024));
    server.accepts(&of_length(64 * 1024));
    server.refuses(&of_length(64 * 1024 + 1), TOO_LONG);
    let token = sound().signed();
    Server::of(scheme().max_token_bytes(token.len())).accepts(&token);
    Server::of(scheme().max_token_bytes(1)).refuses(&token, TOO_LONG);
}

#[test]
fn the_size_is_judged_before_anything_else() {
    let server = Server::of(scheme());
    server.refuses(&".".repeat(8192), "the token has not three parts");
    for token in [".".repeat(8193), "A".repeat(8193), format!("{}.A.A", "A".repeat(100_000))] {
        server.refuses(&token, TOO_LONG);
    }
}
