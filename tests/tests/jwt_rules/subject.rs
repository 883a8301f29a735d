//! The subject: a string that is not empty (RFC 7519 §4.1.2, RFC 9068 §2.2).

use serde_json::{Value, json};

use crate::draft::sound;
use crate::server::{Server, scheme};

const WHY: &str = "the subject is not a non-empty string";

#[test]
fn the_subject_is_required() {
    let server = Server::of(scheme());
    assert!(server.accepts(&sound().signed()).starts_with("alice by "));
    server.refuses(&sound().without("sub").signed(), WHY);
    server.refuses(&sound().without("sub").claim("Sub", "alice").signed(), WHY);
}

#[test]
fn the_subject_is_a_string_that_is_not_empty() {
    let server = Server::of(scheme());
    server.accepts(&sound().claim("sub", "7").signed());
    for subject in [
        json!(""),
        json!(7),
        json!(0),
        json!(true),
        json!(["alice"]),
        json!([]),
        json!({"id": "alice"}),
        Value::Null,
    ] {
        server.refuses(&sound().claim("sub", subject).signed(), WHY);
    }
}

#[test]
fn the_subject_is_taken_as_it_is() {
    let server = Server::of(scheme());
    for subject in [" alice ", "Alice", "alice\u{0}", "https://issuer.example/a", "用户"] {
        let said = server.accepts(&sound().claim("sub", subject).signed());
        assert_eq!(said.split(" by ").next(), Some(subject));
    }
}

#[test]
fn the_subject_is_in_the_configured_claim() {
    let server = Server::of(scheme().subject_claim("UserID"));
    let said = server.accepts(&sound().claim("UserID", "user-001").signed());
    assert!(said.starts_with("user-001 by "), "{said}");
    server.accepts(&sound().without("sub").claim("UserID", "user-001").signed());
    server.refuses(&sound().signed(), WHY);
    server.refuses(&sound().claim("userid", "user-001").signed(), WHY);
    for subject in [json!(""), json!(1), json!(["user-001"]), Value::Null] {
        server.refuses(&sound().claim("UserID", subject).signed(), WHY);
    }
}
