//! A key that the token brings is the sender's choice, and never used (RFC 8725 §3.10).

use std::io::ErrorKind;
use std::net::TcpListener;

use jsonwebtoken::Algorithm;
use serde_json::{Value, json};

use crate::server::{NOW, Server, scheme};
use crate::token::{SECRET, encode, signed_by};

const ATTACKER: &[u8] = b"a key of the attacker, of sufficient length";

fn token(key: &[u8], member: &str, value: &Value) -> String {
    let header = json!({"alg": "HS256", member: value}).to_string();
    let claims = json!({"sub": "alice", "exp": NOW + 600}).to_string();
    signed_by(Algorithm::HS256, key, &header, claims.as_bytes())
}

/// A token that brings a key is judged by the configured one alone.
fn is_never_used(member: &str, value: &Value) {
    let server = Server::of(scheme());
    server.accepts(&token(SECRET, member, value));
    server.refuses(&token(ATTACKER, member, value), "the signature does not hold");
}

#[test]
fn jwk_is_never_used() {
    let key = json!({"kty": "oct", "alg": "HS256", "use": "sig", "k": encode(ATTACKER)});
    is_never_used("jwk", &key);
    is_never_used("jwk", &json!({"keys": [key]}));
    is_never_used("jwk", &json!({"kty": "oct", "k": ""}));
    is_never_used("jwk", &json!("not even a key"));
}

#[test]
fn x5c_is_never_used() {
    is_never_used("x5c", &json!([encode(ATTACKER)]));
    is_never_used("x5c", &json!(7));
}

#[test]
fn jku_and_x5u_are_never_fetched() {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = listener.local_addr().unwrap();
    for member in ["jku", "x5u"] {
        is_never_used(member, &json!(format!("http://{address}/keys.json")));
        is_never_used(member, &json!("file:///dev/null"));
        is_never_used(member, &json!([]));
    }
    assert_eq!(listener.accept().unwrap_err().kind(), ErrorKind::WouldBlock, "nobody has called");
}

#[test]
fn a_kid_that_is_a_place_is_never_looked_up() {
    let key = "/dev/null".to_owned();
    is_never_used("kid", &json!(key));
    let server = Server::of(scheme());
    server.accepts(&token(SECRET, "kid", &json!(key)));
    // What is read from there is empty, and an empty key signs too.
    server.refuses(&token(b"", "kid", &json!(key)), "the signature does not hold");
}
