//! Three parts with dots between (RFC 7515 §7.1), in one `Authorization` (RFC 6750 §2.1).

use jsonwebtoken::Algorithm;

use crate::draft::{sound, with_header};
use crate::server::{Server, scheme};
use crate::token::{SECRET, encode, signature};

#[test]
fn a_token_has_three_parts() {
    let server = Server::of(scheme());
    let token = sound().signed();
    server.accepts(&token);
    let (message, signature) = token.rsplit_once('.').unwrap();
    let (header, payload) = message.split_once('.').unwrap();
    for token in [
        header.to_owned(),
        message.to_owned(),
        format!("{token}.{signature}"),
        format!("{header}.{token}"),
        format!("{token}."),
        format!(".{token}"),
        // The compact form of JWE has five (RFC 7516 §7.1).
        format!("{header}.{payload}.{payload}.{payload}.{signature}"),
        "....".to_owned(),
        ".".to_owned(),
    ] {
        server.refuses(&token, "the token has not three parts");
    }
}

#[test]
fn a_fourth_part_is_refused_although_the_signature_covers_it() {
    let server = Server::of(scheme());
    let token = sound().signed();
    server.accepts(&token);
    let (message, _) = token.rsplit_once('.').unwrap();
    for message in [format!("{message}.{}", encode("{}")), format!("{}.{message}", encode("{}"))] {
        let token = format!("{message}.{}", signature(Algorithm::HS256, SECRET, &message));
        server.refuses(&token, "the token has not three parts");
    }
}

#[test]
fn no_part_is_empty() {
    let server = Server::of(scheme());
    let token = sound().signed();
    server.accepts(&token);
    let (message, signature) = token.rsplit_once('.').unwrap();
    let (header, payload) = message.split_once('.').unwrap();
    for token in [
        format!(".{payload}.{signature}"),
        format!("{header}..{signature}"),
        format!("{header}.{payload}."),
        format!("..{signature}"),
        "..".to_owned(),
    ] {
        server.refuses(&token, "a part of the token is empty");
    }
}

#[test]
fn an_empty_payload_is_refused_although_the_signature_covers_it() {
    let server = Server::of(scheme());
    server.accepts(&sound().signed());
    let message = format!("{}.", encode(r#"{"alg":"HS256"}"#));
    let token = format!("{message}.{}", signature(Algorithm::HS256, SECRET, &message));
    server.refuses(&token, "a part of the token is empty");
}

#[test]
fn whitespace_in_or_after_the_token_makes_the_request_malformed() {
    let server = Server::of(scheme());
    let token = sound().signed();
    server.accepts(&token);
    let (message, signature) = token.rsplit_once('.').unwrap();
    for token in [
        format!("{message} .{signature}"),
        format!("{message}. {signature}"),
        format!("{message}\t.{signature}"),
        format!("{token} "),
        format!("{token}\t"),
        format!("\t{token}"),
        format!("{token} {token}"),
        format!("{token}, {token}"),
        String::new(),
        " ".to_owned(),
    ] {
        server.cannot_read(&token);
    }
}

#[test]
fn trailing_bytes_are_refused() {
    let server = Server::of(scheme());
    let token = sound().signed();
    server.accepts(&token);
    for bytes in ["A", "AA", "AAA", "AAAA", "_"] {
        let why = match bytes.len() {
            // 43 characters and these make a text that base64url has not, or 33 bytes and more.
            2 => "the signature is not base64url",
            _ => "the signature does not hold",
        };
        server.refuses(&format!("{token}{bytes}"), why);
    }
    for bytes in ["%00", "\"", ";", "{}", "\\n", "#", "?", ",", ":"] {
        server.cannot_read(&format!("{token}{bytes}"));
    }
}

#[test]
fn a_header_is_short() {
    let server = Server::of(scheme());
    let long = |bytes: usize| {
        with_header(&format!(r#"{{"alg":"HS256","x5t":"{}"}}"#, "x".repeat(bytes - 24)))
    };
    server.accepts(&long(1536));
    server.refuses(&long(1537), "the header is too long");
    let server = Server::of(scheme().max_token_bytes(16 * 1024));
    server.accepts(&long(3072));
    server.refuses(&long(3073), "the header is too long");
}

#[test]
fn a_header_has_few_values() {
    let server = Server::of(scheme());
    let many = |items: usize| {
        with_header(&format!(r#"{{"alg":"HS256","x5c":[{}]}}"#, vec!["1"; items].join(",")))
    };
    // The header itself, `alg`, `x5c` and the items.
    server.accepts(&many(29));
    server.refuses(&many(30), "the header is no JSON object with unique names");
}
