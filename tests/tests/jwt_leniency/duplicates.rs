//! Claims that are there twice (RFC 7519 §4, RFC 8725 §2.4), or are no claims.

use std::collections::HashMap;

use serde_json::Value;

use crate::ours::{Server, now, scheme};
use crate::plain;
use crate::token::signed;

const WHY: &str = "the claims are no JSON object with unique names";

#[derive(Debug, serde::Deserialize)]
struct Flattened {
    sub: String,
    #[serde(flatten)]
    rest: HashMap<String, Value>,
}

/// By position: what `jsonwebtoken` itself looks for in the claims, in its order.
#[derive(Debug, serde::Deserialize)]
struct Positional {
    exp: u64,
    _nbf: u64,
    sub: String,
    _iss: String,
    _aud: Option<String>,
}

fn token(members: &str) -> String {
    let claims = format!(r#"{{"sub":"alice","exp":{},{members}}}"#, now() + 600);
    signed(r#"{"alg":"HS256"}"#, &claims)
}

/// A server that a proxy in front would read otherwise: there the first may win.
fn twice() -> (Server, String) {
    let server = Server::of(scheme());
    assert_eq!(server.accepts(&token(r#""roles":["User"]"#)), "alice is User");
    (server, token(r#""roles":["User"],"roles":["Admin"]"#))
}

#[test]
fn roles_twice_into_a_value() {
    let (server, token) = twice();
    let claims = plain::accepts::<Value>(&token, &plain::usual());
    assert_eq!(claims.get("roles"), Some(&["Admin"].into_iter().collect()), "the last one wins");
    server.refuses(&token, WHY);
}

#[test]
fn roles_twice_into_a_map() {
    let (server, token) = twice();
    let claims = plain::accepts::<HashMap<String, Value>>(&token, &plain::usual());
    assert_eq!(claims.get("roles"), Some(&["Admin"].into_iter().collect()), "the last one wins");
    server.refuses(&token, WHY);
}

#[test]
fn roles_twice_into_a_flattened_map() {
    let (server, token) = twice();
    let claims = plain::accepts::<Flattened>(&token, &plain::usual());
    assert_eq!(claims.sub, "alice");
    assert_eq!(claims.rest.get("roles"), Some(&["Admin"].into_iter().collect()));
    server.refuses(&token, WHY);
}

#[test]
fn a_name_in_escapes_is_the_same_name() {
    let server = Server::of(scheme());
    server.accepts(&token(r#""\u0072oles":["User"]"#));
    let token = token(r#""roles":["User"],"\u0072oles":["Admin"]"#);
    let claims = plain::accepts::<Value>(&token, &plain::usual());
    assert_eq!(claims.get("roles"), Some(&["Admin"].into_iter().collect()));
    server.refuses(&token, WHY);
}

#[test]
fn names_twice_further_down() {
    let server = Server::of(scheme());
    server.accepts(&token(r#""realm_access":{"roles":["User"]}"#));
    let token = token(r#""realm_access":{"roles":["User"],"roles":["Admin"]}"#);
    plain::accepts::<Value>(&token, &plain::usual());
    plain::accepts::<plain::Claims>(&token, &plain::usual());
    server.refuses(&token, WHY);
}

#[test]
fn claims_twice_that_a_struct_ignores() {
    let server = Server::of(scheme());
    server.accepts(&token(r#""roles":["User"],"x":1"#));
    let token = token(r#""roles":["User"],"x":1,"x":2"#);
    assert_eq!(plain::accepts::<plain::Claims>(&token, &plain::usual()).sub, "alice");
    server.refuses(&token, WHY);
}

#[test]
fn an_array_that_is_read_by_position() {
    let server = Server::of(scheme());
    let exp = now() + 600;
    server.accepts(&token(r#""nbf":0,"iss":"https://issuer.example""#));
    let claims = format!(r#"[{exp},0,"alice","https://issuer.example",null]"#);
    let token = signed(r#"{"alg":"HS256"}"#, &claims);
    let claims = plain::accepts::<Positional>(&token, &plain::usual());
    assert_eq!((claims.sub.as_str(), claims.exp), ("alice", exp));
    server.refuses(&token, WHY);
}
