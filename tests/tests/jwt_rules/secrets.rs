//! The key is nowhere to be read.

use std::fmt::{Debug, Write};

use actix_web::http::header::{HeaderName, WWW_AUTHENTICATE};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use portcullis::{JwtBearer, Portcullis};

use crate::draft::sound;
use crate::server::{NOW, Server, scheme};
use crate::token::{SECRET, signed};

/// The key in every spelling that a program could let slip.
fn spellings(key: &[u8]) -> Vec<String> {
    let hexadecimal = key.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").unwrap();
        text
    });
    let numbers = format!("{key:?}");
    vec![
        String::from_utf8(key.to_vec()).unwrap(),
        STANDARD.encode(key),
        URL_SAFE_NO_PAD.encode(key),
        hexadecimal.to_uppercase(),
        hexadecimal,
        numbers.trim_matches(['[', ']']).to_owned(),
    ]
}

#[track_caller]
fn is_silent(text: &str, key: &[u8]) {
    for spelling in spellings(key) {
        assert!(!text.contains(&spelling), "{text}");
    }
}

#[track_caller]
fn debug_is_silent(value: &impl Debug, key: &[u8]) {
    is_silent(&format!("{value:?}"), key);
    is_silent(&format!("{value:#?}"), key);
    // The pretty form writes each number on a line of its own.
    let words = format!("{value:#?}").split_whitespace().collect::<Vec<_>>().join(" ");
    is_silent(&words, key);
}

#[test]
fn the_spellings_are_found_where_they_are() {
    for spelling in spellings(SECRET) {
        let silent = std::panic::catch_unwind(|| is_silent(&format!("key: {spelling}"), SECRET));
        assert!(silent.is_err(), "{spelling}");
    }
}

#[test]
fn debug_of_a_scheme_prints_no_key() {
    let scheme = scheme().issuer("https://issuer.example").key_id("2026");
    assert!(format!("{scheme:?}").contains("https://issuer.example"), "it prints the rest");
    debug_is_silent(&scheme, SECRET);
    debug_is_silent(&scheme.dangerous(), SECRET);
}

#[test]
fn debug_of_a_set_up_prints_no_key() {
    let builder = Portcullis::builder().scheme("jwt", scheme());
    debug_is_silent(&builder, SECRET);
    let portcullis = builder.build().unwrap();
    debug_is_silent(&portcullis, SECRET);
    debug_is_silent(&portcullis.tokens(), SECRET);
    debug_is_silent(&portcullis.tokens().subject("alice"), SECRET);
}

#[test]
fn problems_print_no_key() {
    let key = b"a key of 22 characters";
    let scheme = JwtBearer::hs256(key).issuer("");
    let problems = Portcullis::builder().scheme("jwt", scheme).build().unwrap_err();
    assert_eq!(problems.iter().count(), 2);
    debug_is_silent(&problems, key);
    is_silent(&problems.to_string(), key);
}

#[test]
fn no_answer_carries_the_key() {
    let server = Server::of(scheme());
    server.accepts(&sound().signed());
    let spoiled = signed(r#"{"alg":"HS256"}"#, &format!(r#"{{"sub":"alice","exp":{}}}"#, NOW - 99));
    for token in [
        sound().signed(),
        spoiled,
        sound().header("alg", "HS512").signed(),
        sound().signed() + "A",
        "not a token".to_owned(),
        "A".repeat(9_000),
    ] {
        let answered = server.answer(&token);
        is_silent(&format!("{:?} {}", answered.headers, answered.body), SECRET);
    }
}

/// A token is a password for as long as it lives.
#[test]
fn no_refusal_quotes_the_token() {
    let server = Server::of(scheme());
    let token = sound().claim("roles", 7).claim("secret", "hunter2").signed();
    server.accepts(&sound().claim("secret", "hunter2").signed());
    let answered = server.answer(&token);
    assert_eq!(answered.status, 401);
    let said = format!("{:?} {}", answered.headers, answered.body);
    for part in token.split('.').chain(["hunter2", "alice"]) {
        assert!(!said.contains(part), "{said}");
    }
}

/// A stranger who tries tokens learns nothing of how near one was.
#[test]
fn without_explanations_all_refusals_are_the_same() {
    let server = Server::reticent(scheme().audience("api"));
    server.accepts(&sound().claim("aud", "api").signed());
    let sound = sound().claim("aud", "api");
    let answers = [
        sound.clone().header("alg", "none").signed(),
        sound.signed() + "A",
        sound.signed() + "=",
        sound.clone().claim("exp", NOW - 99).signed(),
        sound.clone().claim("nbf", NOW + 99).signed(),
        sound.clone().claim("aud", "billing").signed(),
        sound.without("sub").signed(),
        "A".repeat(9_000),
    ]
    .map(|token| server.answer(&token));
    for answered in &answers {
        assert_eq!(answered.status, 401);
        let body = r#"{"type":"about:blank","title":"Unauthorized","status":401}"#;
        assert_eq!(answered.body, body);
        let mut names = answered.headers.keys().map(HeaderName::as_str).collect::<Vec<_>>();
        names.sort_unstable();
        assert_eq!(names, ["cache-control", "content-type", "www-authenticate"]);
        let challenge = answered.headers.get(WWW_AUTHENTICATE).unwrap();
        assert_eq!(challenge, r#"Bearer realm="api", error="invalid_token""#);
    }
}
