//! `aud` (RFC 7519 §4.1.3, RFC 8725 §3.9).

use serde_json::{Value, json};

use crate::draft::sound;
use crate::server::{Server, scheme};

const OTHER: &str = "`aud` is somebody else";
const MISSING: &str = "`aud` is missing";
const WRONG: &str = "`aud` is neither a string nor an array of strings";

#[test]
fn aud_is_required_when_an_audience_is_configured() {
    let server = Server::of(scheme().audience("api"));
    server.accepts(&sound().claim("aud", "api").signed());
    server.refuses(&sound().signed(), MISSING);
    server.refuses(&sound().claim("Aud", "api").signed(), MISSING);
    server.refuses(&sound().header("aud", "api").signed(), MISSING);
}

#[test]
fn aud_names_the_configured_audience() {
    let server = Server::of(scheme().audience("api"));
    server.accepts(&sound().claim("aud", "api").signed());
    for aud in ["billing", "API", "api ", "ap", "api/", "*", "api billing", "api,billing", ""] {
        server.refuses(&sound().claim("aud", aud).signed(), OTHER);
    }
}

#[test]
fn an_array_contains_the_audience() {
    let server = Server::of(scheme().audience("api"));
    for aud in [json!(["api"]), json!(["billing", "api"]), json!(["api", "api"])] {
        server.accepts(&sound().claim("aud", aud).signed());
    }
    for aud in [json!(["billing"]), json!(["billing", "API"]), json!([]), json!([""])] {
        server.refuses(&sound().claim("aud", aud).signed(), OTHER);
    }
}

#[test]
fn aud_is_a_string_or_an_array_of_strings() {
    let schemes = [
        scheme().audience("api"),
        scheme().audience("7"),
        scheme().audience("api").audience("7").dangerous().accept_any_audience(),
    ];
    for (scheme, audience) in schemes.into_iter().zip(["api", "7", "other"]) {
        let server = Server::of(scheme);
        server.accepts(&sound().claim("aud", audience).signed());
        for aud in [
            json!(7),
            json!(true),
            json!({"api": true}),
            json!(["api", 7]),
            json!([7]),
            json!(["api", null]),
            json!([["api"]]),
            Value::Null,
        ] {
            server.refuses(&sound().claim("aud", aud).signed(), WRONG);
        }
    }
}

#[test]
fn one_of_several_audiences_is_enough() {
    let server = Server::of(scheme().audience("api").audience("https://api.example"));
    server.accepts(&sound().claim("aud", "api").signed());
    server.accepts(&sound().claim("aud", "https://api.example").signed());
    server.accepts(&sound().claim("aud", json!(["x", "https://api.example"])).signed());
    server.refuses(&sound().claim("aud", "billing").signed(), OTHER);
}

/// “If the principal processing the claim does not identify itself with a value in the `aud`
/// claim when this claim is present, then the JWT MUST be rejected.”
#[test]
fn without_an_audience_every_token_with_aud_is_refused() {
    let server = Server::of(scheme());
    server.accepts(&sound().signed());
    for aud in [json!("api"), json!(""), json!(["api"]), json!([])] {
        server.refuses(&sound().claim("aud", aud).signed(), OTHER);
    }
    for aud in [json!(7), Value::Null] {
        server.refuses(&sound().claim("aud", aud).signed(), WRONG);
    }
}

#[test]
fn any_audience_is_accepted_where_danger_is_spelled_out() {
    Server::of(scheme()).refuses(&sound().claim("aud", "billing").signed(), OTHER);
    for scheme in [scheme(), scheme().audience("api")] {
        let server = Server::of(scheme.dangerous().accept_any_audience());
        server.accepts(&sound().signed());
        server.accepts(&sound().claim("aud", "billing").signed());
        server.accepts(&sound().claim("aud", json!(["billing", "shop"])).signed());
    }
}
