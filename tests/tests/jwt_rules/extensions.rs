//! Members of the header that would change what the token means.

use serde_json::{Value, json};

use crate::draft::{sound, with_header};
use crate::server::{Server, scheme};

const CRIT: &str = "`crit` names extensions that are not known";
const JWE: &str = "`b64`, `zip` or `enc` is in the header";

/// RFC 7515 §4.1.11: an extension that is not understood makes the token invalid; an empty list,
/// or one of absent members or of members of the RFC itself, must not be written.
#[test]
fn crit_is_refused_whatever_it_says() {
    let server = Server::of(scheme());
    server.accepts(&sound().header("http://example.com/UNDEFINED", true).signed());
    for (crit, other) in [
        (json!(["http://example.com/UNDEFINED"]), "http://example.com/UNDEFINED"),
        (json!(["exp"]), "exp"),
        (json!(["absent"]), "present"),
        (json!(["alg"]), "x"),
        (json!([]), "x"),
        (json!(["b64"]), "x"),
        (json!("exp"), "exp"),
        (json!({"exp": true}), "exp"),
        (json!(false), "x"),
        (Value::Null, "x"),
    ] {
        server.refuses(&sound().header("crit", crit).header(other, true).signed(), CRIT);
    }
}

/// RFC 7797 §6: `b64` stands in `crit` too, and `true` is what it is without.
#[test]
fn b64_is_refused_whatever_it_says() {
    let server = Server::of(scheme());
    server.accepts(&sound().header("B64", false).signed());
    for b64 in [json!(false), json!(true), json!("false"), Value::Null] {
        server.refuses(&sound().header("b64", b64).signed(), JWE);
    }
    server.refuses(&with_header(r#"{"alg":"HS256","b64":false,"crit":["b64"]}"#), CRIT);
}

/// RFC 7516 §4.1.3: a compressed payload is of JWE.
#[test]
fn zip_is_refused_whatever_it_says() {
    let server = Server::of(scheme());
    server.accepts(&sound().header("zipped", "DEF").signed());
    for zip in [json!("DEF"), json!("none"), json!(""), Value::Null] {
        server.refuses(&sound().header("zip", zip).signed(), JWE);
    }
}

/// RFC 7516 §4.1.2: an encrypted payload is of JWE.
#[test]
fn enc_is_refused_whatever_it_says() {
    let server = Server::of(scheme());
    server.accepts(&sound().header("encoded", "A256GCM").signed());
    for enc in [json!("A256GCM"), json!("none"), json!(""), Value::Null] {
        server.refuses(&sound().header("enc", enc).signed(), JWE);
    }
}
