//! OAuth scopes: a string with blanks between, or an array (RFC 6749 §3.3, RFC 8693 §4.2).

use serde_json::{Value, json};

use crate::draft::sound;
use crate::server::{Server, scheme};

const WRONG: &str = "roles, permissions or scopes are neither a string nor an array of strings";

#[test]
fn a_scope_claim_of_a_wrong_type_is_refused() {
    let server = Server::of(scheme());
    for claim in ["scope", "scp"] {
        server.accepts(&sound().claim(claim, "read").signed());
        for wrong in [
            json!(1),
            json!(true),
            json!({"read": true}),
            json!(["read", 1]),
            json!(["read", null]),
            json!([["read"]]),
            Value::Null,
        ] {
            server.refuses(&sound().claim(claim, wrong).signed(), WRONG);
        }
    }
}

#[test]
fn a_scope_string_is_split_at_blanks_alone() {
    let server = Server::of(scheme());
    for claim in ["scope", "scp"] {
        for (text, scopes) in [
            ("read", "read"),
            ("write read", "read,write"),
            (" write  read ", "read,write"),
            ("read read", "read"),
            ("", ""),
            (" ", ""),
            ("write,read", "write,read"),
            ("write\tread", "write\tread"),
            ("write\u{a0}read", "write\u{a0}read"),
        ] {
            let said = server.accepts(&sound().claim(claim, text).signed());
            assert!(said.ends_with(&format!("; scopes {scopes}")), "{said}");
        }
    }
}

#[test]
fn scopes_are_the_union_of_scope_and_scp() {
    let server = Server::of(scheme());
    for (scope, scp, union) in [
        (json!("read"), json!(["write"]), "read,write"),
        (json!("read write"), json!("admin read"), "admin,read,write"),
        (json!("read"), json!([]), "read"),
        (json!(["read"]), json!("write"), "read,write"),
        (json!(""), json!([]), ""),
    ] {
        let said = server.accepts(&sound().claim("scope", scope).claim("scp", scp).signed());
        assert!(said.ends_with(&format!("; scopes {union}")), "{said}");
    }
    let one_sound = sound().claim("scope", "read").claim("scp", 1);
    server.refuses(&one_sound.signed(), WRONG);
}

#[test]
fn items_of_an_array_are_taken_as_they_are() {
    let server = Server::of(scheme());
    let said = server.accepts(&sound().claim("scp", json!(["read write", "x"])).signed());
    assert!(said.ends_with("; scopes read write,x"), "{said}");
}

#[test]
fn scopes_are_in_the_configured_claims() {
    let server = Server::of(scheme().scope_claims(["granted"]));
    let token = sound().claim("granted", "write read").claim("scope", 1).claim("scp", 1);
    assert!(server.accepts(&token.signed()).ends_with("; scopes read,write"));
    server.refuses(&token.claim("granted", 1).signed(), WRONG);
}
