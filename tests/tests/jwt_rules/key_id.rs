//! `kid` selects among the configured keys and does nothing else (RFC 7515 §4.1.4).

use serde_json::{Value, json};

use crate::draft::sound;
use crate::server::{Server, scheme};

#[test]
fn kid_is_a_string() {
    for scheme in [scheme(), scheme().key_id("2026")] {
        let server = Server::of(scheme);
        server.accepts(&sound().header("kid", "2026").signed());
        for kid in [json!(2026), json!(["2026"]), json!({"2026": null}), json!(true), Value::Null] {
            server.refuses(&sound().header("kid", kid).signed(), "`kid` is not a string");
        }
    }
}

#[test]
fn a_kid_of_no_configured_key_is_refused() {
    let server = Server::of(scheme().key_id("2026"));
    server.accepts(&sound().header("kid", "2026").signed());
    for kid in ["2025", "", "2026 ", " 2026", "2026\0", "/2026", "../../../../dev/null"] {
        let why = "`kid` selects no configured key";
        server.refuses(&sound().header("kid", kid).signed(), why);
    }
}

#[test]
fn a_kid_is_compared_exactly() {
    let server = Server::of(scheme().key_id("Key"));
    server.accepts(&sound().header("kid", "Key").signed());
    server.refuses(&sound().header("kid", "key").signed(), "`kid` selects no configured key");
}

#[test]
fn a_key_without_an_id_is_selected_by_any_kid() {
    let server = Server::of(scheme());
    server.accepts(&sound().signed());
    for kid in ["2026", "", "x' OR '1'='1", "../../../../dev/null"] {
        server.accepts(&sound().header("kid", kid).signed());
    }
}

#[test]
fn a_token_without_a_kid_is_for_the_configured_key() {
    let server = Server::of(scheme().key_id("2026"));
    server.accepts(&sound().header("kid", "2026").signed());
    server.accepts(&sound().signed());
}
