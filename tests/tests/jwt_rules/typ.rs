//! `typ`: an access token's, or none (RFC 7515 §4.1.9, RFC 9068 §2.1, RFC 8725 §3.11–12).

use serde_json::{Value, json};

use crate::draft::sound;
use crate::server::{Server, scheme};

#[test]
fn an_access_token_is_typed_as_one_or_not_at_all() {
    let server = Server::of(scheme());
    server.accepts(&sound().signed());
    for typ in [
        "JWT",
        "jwt",
        "Jwt",
        "at+jwt",
        "AT+JWT",
        "At+Jwt",
        "application/at+jwt",
        "application/jwt",
        "APPLICATION/AT+JWT",
    ] {
        server.accepts(&sound().header("typ", typ).signed());
    }
}

#[test]
fn a_token_of_another_type_is_refused() {
    let server = Server::of(scheme());
    server.accepts(&sound().header("typ", "at+jwt").signed());
    for typ in [
        "refresh+jwt",
        "Refresh",
        "rt+jwt",
        "logout+jwt",              // OpenID Connect Back-Channel Logout §2.4
        "dpop+jwt",                // RFC 9449 §4.2
        "secevent+jwt",            // RFC 8417 §2.3
        "token-introspection+jwt", // RFC 9701 §5
        "oauth-authz-req+jwt",     // RFC 9101 §10.8
        "client-authentication+jwt",
        "kb+jwt",
        "id_token",
        "id+jwt",
        "JOSE",
        "JOSE+JSON",
        "JWE",
        "",
        " JWT",
        "JWT ",
        "JWT\0",
        "at+jwt; charset=utf-8",
        "at jwt",
        "application/",
        "application/refresh+jwt",
        "application/application/at+jwt",
        "text/at+jwt",
        "/at+jwt",
    ] {
        let why = "`typ` is not the type of an access token";
        server.refuses(&sound().header("typ", typ).signed(), why);
    }
}

#[test]
fn typ_is_a_string() {
    let server = Server::of(scheme());
    server.accepts(&sound().header("typ", "JWT").signed());
    for typ in [json!(1), json!(["JWT"]), json!({"JWT": null}), json!(true), Value::Null] {
        server.refuses(&sound().header("typ", typ).signed(), "`typ` is not a string");
    }
}
