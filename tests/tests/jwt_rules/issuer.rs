//! `iss` (RFC 7519 §4.1.1, RFC 8725 §3.8).

use serde_json::{Value, json};

use crate::draft::sound;
use crate::server::{Server, scheme};

const ISSUER: &str = "https://issuer.example";
const OTHER: &str = "`iss` is not the issuer";
const NO_STRING: &str = "`iss` is not a string";
const OURS: &str = "`iss` is a name of this library's own";

#[test]
fn iss_is_the_configured_issuer() {
    let server = Server::of(scheme().issuer(ISSUER));
    let said = server.accepts(&sound().claim("iss", ISSUER).signed());
    assert!(said.starts_with("alice by https://issuer.example;"), "{said}");
    for iss in [
        "https://other.example",
        "https://issuer.example/",
        "https://issuer.example.attacker.example",
        "https://issuer.exampl",
        "HTTPS://ISSUER.EXAMPLE",
        "https://issuer.example ",
        "https://issuer.example\0",
    ] {
        server.refuses(&sound().claim("iss", iss).signed(), OTHER);
    }
    server.refuses(&sound().claim("iss", "").signed(), "`iss` is empty");
    Server::of(scheme()).refuses(&sound().claim("iss", "").signed(), "`iss` is empty");
}

#[test]
fn iss_is_required_when_an_issuer_is_configured() {
    let server = Server::of(scheme().issuer(ISSUER));
    server.accepts(&sound().claim("iss", ISSUER).signed());
    server.refuses(&sound().signed(), OTHER);
    server.refuses(&sound().claim("Iss", ISSUER).signed(), OTHER);
    server.refuses(&sound().header("iss", ISSUER).signed(), OTHER);
}

#[test]
fn iss_is_a_string() {
    let schemes = [
        scheme().issuer(ISSUER),
        scheme(),
        scheme().issuer(ISSUER).dangerous().accept_any_issuer(),
    ];
    for server in schemes.map(Server::of) {
        server.accepts(&sound().claim("iss", ISSUER).signed());
        for iss in [
            json!([ISSUER]),
            json!([ISSUER, "https://other.example"]),
            json!([]),
            json!(7),
            json!(true),
            json!({"iss": ISSUER}),
            Value::Null,
        ] {
            server.refuses(&sound().claim("iss", iss).signed(), NO_STRING);
        }
    }
}

/// Else the holder of one scheme's key makes users of another scheme's issuer.
#[test]
fn an_iss_that_nobody_has_checked_makes_nobody_a_user_of_that_issuer() {
    let other = || sound().claim("iss", "https://other.example").signed();
    let server = Server::of(scheme());
    for token in [other(), sound().signed()] {
        let said = server.accepts(&token);
        assert!(said.starts_with("alice by urn:portcullis:scheme:jwt;"), "{said}");
    }
    let any = Server::of(scheme().dangerous().accept_any_issuer());
    let said = any.accepts(&other());
    assert!(said.starts_with("alice by https://other.example;"), "{said}");
}

/// A token with it would be another scheme's user.
#[test]
fn the_issuer_of_a_scheme_is_refused_always() {
    let schemes = [
        scheme(),
        scheme().issuer(ISSUER),
        scheme().issuer(ISSUER).dangerous().accept_any_issuer(),
    ];
    for server in schemes.map(Server::of) {
        server.accepts(&sound().claim("iss", ISSUER).signed());
        for name in ["jwt", "cookie", ""] {
            let iss = format!("urn:portcullis:scheme:{name}");
            server.refuses(&sound().claim("iss", iss).signed(), OURS);
        }
    }
}

#[test]
fn any_issuer_is_accepted_where_danger_is_spelled_out() {
    Server::of(scheme().issuer(ISSUER)).refuses(&sound().signed(), OTHER);
    let server = Server::of(scheme().issuer(ISSUER).dangerous().accept_any_issuer());
    server.accepts(&sound().claim("iss", ISSUER).signed());
    server.accepts(&sound().claim("iss", "https://other.example").signed());
    server.accepts(&sound().signed());
}
