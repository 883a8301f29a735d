//! `exp`, which every token has (RFC 7519 §4.1.4, RFC 9068 §2.2).

use std::time::{Duration, UNIX_EPOCH};

use serde_json::{Value, json};

use crate::draft::{sound, with_claims};
use crate::server::{NOW, Server, scheme};
use crate::token::signed;

const EXPIRED: &str = "the token has expired";
const NO_NUMBER: &str = "`exp`, `nbf` or `iat` is not a number";

/// The token whose `exp` is written out so.
fn expiring(exp: &str) -> String {
    signed(r#"{"alg":"HS256"}"#, &format!(r#"{{"sub":"alice","exp":{exp}}}"#))
}

fn strict() -> Server {
    Server::of(scheme().leeway(Duration::ZERO))
}

#[test]
fn exp_is_required() {
    let server = Server::of(scheme());
    server.accepts(&sound().signed());
    server.refuses(&sound().without("exp").signed(), "`exp` is missing");
    let elsewhere = sound().without("exp").claim("EXP", NOW + 600).claim("exp ", NOW + 600);
    server.refuses(&elsewhere.signed(), "`exp` is missing");
}

#[test]
fn exp_is_a_number() {
    let server = Server::of(scheme());
    server.accepts(&expiring("1800000600"));
    for exp in [
        json!("1800000600"),
        json!("NaN"),
        json!("Infinity"),
        json!(""),
        json!(true),
        json!([1_800_000_600]),
        json!({"seconds": 1_800_000_600}),
        Value::Null,
    ] {
        server.refuses(&sound().claim("exp", exp).signed(), NO_NUMBER);
    }
}

#[test]
fn exp_is_finite() {
    let server = Server::of(scheme());
    server.accepts(&expiring("1800000600"));
    for exp in ["NaN", "nan", "Infinity", "-Infinity", "1e999", "-1e999", "1800000600e"] {
        server.refuses(&expiring(exp), "the claims are no JSON object with unique names");
    }
}

/// “on or after which the JWT MUST NOT be accepted”
#[test]
fn exp_equal_to_now_is_too_late() {
    strict().accepts(&expiring("1800000001"));
    strict().refuses(&expiring("1800000000"), EXPIRED);
    strict().refuses(&expiring("1799999999"), EXPIRED);
}

#[test]
fn the_leeway_is_thirty_seconds() {
    let server = Server::of(scheme());
    server.accepts(&expiring("1799999971"));
    server.refuses(&expiring("1799999970"), EXPIRED);
    server.refuses(&expiring("1799999969"), EXPIRED);
    server.refuses(&expiring("1799996400"), EXPIRED);
}

#[test]
fn the_leeway_is_the_configured_one() {
    let server = Server::of(scheme().leeway(Duration::from_secs(300)));
    server.accepts(&expiring("1799999701"));
    server.refuses(&expiring("1799999700"), EXPIRED);
    let server = Server::of(scheme().leeway(Duration::from_millis(1500)));
    server.accepts(&expiring("1799999999"));
    server.refuses(&expiring("1799999998"), EXPIRED);
}

/// RFC 7519 §2: “non-integer values can be represented”
#[test]
fn exp_may_have_a_fraction_which_is_not_rounded() {
    strict().accepts(&expiring("1800000000.5"));
    strict().refuses(&expiring("1799999999.5"), EXPIRED);
    strict().accepts(&expiring("1.8000006e9"));
    strict().refuses(&expiring("1.8e9"), EXPIRED);
    let time = UNIX_EPOCH + Duration::from_millis(1_800_000_000_400);
    let later = Server::at(time, scheme().leeway(Duration::ZERO));
    later.accepts(&expiring("1800000000.5"));
    later.refuses(&expiring("1800000000.25"), EXPIRED);
    later.refuses(&expiring("1800000000"), EXPIRED);
}

#[test]
fn a_negative_exp_is_in_the_past() {
    strict().accepts(&expiring("1800000600"));
    for exp in ["-1", "-0", "0", "-1800000600", "-1e308", "-9223372036854775808", "1"] {
        strict().refuses(&expiring(exp), EXPIRED);
    }
    // At the beginning of time the leeway would reach below it.
    let server = Server::at(UNIX_EPOCH + Duration::from_secs(1), scheme());
    server.accepts(&expiring("0"));
    server.refuses(&expiring("-10"), "`exp` is out of range");
}

#[test]
fn an_exp_that_no_clock_can_show_is_refused() {
    let server = Server::of(scheme());
    server.accepts(&expiring("253402300799"));
    for exp in ["18446744073709551615", "18446744073709551616", "1e30", "1e308"] {
        server.refuses(&expiring(exp), "`exp` is out of range");
    }
}

#[test]
fn a_clock_before_1970_lets_nobody_in() {
    Server::of(scheme()).accepts(&expiring("1800000600"));
    let server = Server::at(UNIX_EPOCH - Duration::from_secs(1), scheme());
    server.refuses(&expiring("1800000600"), "the clock is before 1970");
}

#[test]
fn nothing_else_of_the_token_says_when_it_expires() {
    let server = Server::of(scheme());
    server.accepts(&with_claims(r#""expires_in":1,"x":{"exp":1}"#));
    let expired = sound().claim("exp", NOW - 600).claim("expires_in", 9_999);
    server.refuses(&expired.header("exp", NOW + 600).signed(), EXPIRED);
}
