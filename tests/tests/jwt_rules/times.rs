//! `nbf`, `iat` (RFC 7519 §4.1.5–6) and the greatest age of a token.

use std::time::Duration;

use serde_json::{Value, json};

use crate::draft::sound;
use crate::server::{NOW, Server, scheme};

const EARLY: &str = "the token is not valid yet";
const FUTURE: &str = "the token was issued in the future";
const NO_NUMBER: &str = "`exp`, `nbf` or `iat` is not a number";
const OLD: &str = "the token is too old";

fn strict() -> Server {
    Server::of(scheme().leeway(Duration::ZERO))
}

#[test]
fn nbf_may_be_absent_but_not_in_the_future() {
    strict().accepts(&sound().signed());
    strict().accepts(&sound().claim("nbf", NOW).signed());
    strict().accepts(&sound().claim("nbf", -1).signed());
    strict().refuses(&sound().claim("nbf", NOW + 1).signed(), EARLY);
    strict().refuses(&sound().claim("nbf", 1e308).signed(), EARLY);
    strict().accepts(&sound().claim("nbf", 1_799_999_999.5).signed());
    strict().refuses(&sound().claim("nbf", 1_800_000_000.5).signed(), EARLY);
}

#[test]
fn nbf_has_the_leeway() {
    let server = Server::of(scheme());
    server.accepts(&sound().claim("nbf", NOW + 30).signed());
    server.refuses(&sound().claim("nbf", NOW + 31).signed(), EARLY);
}

#[test]
fn iat_may_be_absent_but_not_in_the_future() {
    strict().accepts(&sound().signed());
    strict().accepts(&sound().claim("iat", NOW).signed());
    strict().accepts(&sound().claim("iat", 0).signed());
    strict().refuses(&sound().claim("iat", NOW + 1).signed(), FUTURE);
    strict().refuses(&sound().claim("iat", 1e308).signed(), FUTURE);
    strict().accepts(&sound().claim("iat", 1_799_999_999.5).signed());
    strict().refuses(&sound().claim("iat", 1_800_000_000.5).signed(), FUTURE);
}

#[test]
fn iat_has_the_leeway() {
    let server = Server::of(scheme());
    server.accepts(&sound().claim("iat", NOW + 30).signed());
    server.refuses(&sound().claim("iat", NOW + 31).signed(), FUTURE);
}

#[test]
fn nbf_and_iat_are_numbers() {
    let server = Server::of(scheme());
    for name in ["nbf", "iat"] {
        server.accepts(&sound().claim(name, NOW).signed());
        for wrong in [
            json!(NOW.to_string()),
            json!("2027-01-15T08:00:00Z"),
            json!([NOW]),
            json!({"seconds": NOW}),
            json!(false),
            Value::Null,
        ] {
            server.refuses(&sound().claim(name, wrong).signed(), NO_NUMBER);
        }
    }
}

#[test]
fn a_token_older_than_the_greatest_age_is_refused_whatever_its_exp() {
    let hour = Duration::from_secs(3600);
    let server = Server::of(scheme().max_age(hour).leeway(Duration::ZERO));
    server.accepts(&sound().claim("iat", NOW - 3599).signed());
    server.refuses(&sound().claim("iat", NOW - 3600).signed(), OLD);
    server.refuses(&sound().claim("iat", NOW - 3601).signed(), OLD);
    server.refuses(&sound().claim("iat", 0).signed(), OLD);
    server.refuses(&sound().claim("iat", -1e308).signed(), OLD);
    Server::of(scheme()).accepts(&sound().claim("iat", 0).signed());
}

#[test]
fn the_greatest_age_has_the_leeway() {
    let server = Server::of(scheme().max_age(Duration::from_secs(3600)));
    server.accepts(&sound().claim("iat", NOW - 3629).signed());
    server.refuses(&sound().claim("iat", NOW - 3630).signed(), OLD);
}

#[test]
fn with_a_greatest_age_iat_is_required() {
    let server = Server::of(scheme().max_age(Duration::from_secs(3600)));
    server.accepts(&sound().claim("iat", NOW).signed());
    server.refuses(&sound().signed(), "`iat` is missing");
    server.refuses(&sound().claim("nbf", NOW).signed(), "`iat` is missing");
    server.refuses(&sound().claim("iat", NOW + 3600).signed(), FUTURE);
}

#[test]
fn a_greatest_age_does_not_outlive_exp() {
    let server = Server::of(scheme().max_age(Duration::MAX));
    let token = sound().claim("iat", NOW - 100);
    server.accepts(&token.signed());
    server.refuses(&token.claim("exp", NOW - 60).signed(), "the token has expired");
}
