//! `alg` is the algorithm of the configured key, which the token does not choose (RFC 8725 §3.1).

use jsonwebtoken::Algorithm;
use serde_json::{Value, json};

use crate::draft::{sound, with_header};
use crate::server::{NOW, Server, scheme};
use crate::token::{SECRET, encode, signed_by};

const OTHER: &str = "`alg` is not the key's algorithm";

fn claims() -> String {
    format!(r#"{{"sub":"alice","exp":{}}}"#, NOW + 600)
}

#[test]
fn alg_is_a_string() {
    let server = Server::of(scheme());
    server.accepts(&sound().header("alg", "HS256").signed());
    for alg in [
        json!({"HS256": null}),
        json!({"HS256": []}),
        json!(["HS256"]),
        json!([]),
        json!(256),
        json!(true),
        Value::Null,
    ] {
        server.refuses(&sound().header("alg", alg).signed(), "`alg` is not a string");
    }
}

#[test]
fn alg_is_required() {
    let server = Server::of(scheme());
    server.accepts(&with_header(r#"{"alg":"HS256"}"#));
    for header in ["{}", r#"{"typ":"JWT"}"#, r#"{"ALG":"HS256"}"#, r#"{"alg ":"HS256"}"#] {
        server.refuses(&with_header(header), "`alg` is not a string");
    }
}

/// RFC 8725 §3.2
#[test]
fn none_in_every_spelling_is_refused() {
    let server = Server::of(scheme());
    server.accepts(&sound().signed());
    for none in ["none", "None", "NONE", "nOnE", "none ", "n\u{f6}ne", "null", ""] {
        let header = json!({"alg": none}).to_string();
        let unsigned = format!("{}.{}", encode(&header), encode(claims()));
        server.refuses(&format!("{unsigned}."), "a part of the token is empty");
        server.refuses(&format!("{unsigned}.AA"), OTHER);
        server.refuses(&with_header(&header), OTHER);
    }
}

#[test]
fn the_name_of_the_algorithm_is_compared_exactly() {
    let server = Server::of(scheme());
    server.accepts(&sound().header("alg", "HS256").signed());
    for alg in ["hs256", "Hs256", "HS256 ", " HS256", "HS256\0", "HMACSHA256", "HS-256", "HS25"] {
        server.refuses(&sound().header("alg", alg).signed(), OTHER);
    }
}

#[test]
fn another_algorithm_is_refused_although_the_same_key_has_signed_with_it() {
    let server = Server::of(scheme());
    for (name, algorithm) in [("HS384", Algorithm::HS384), ("HS512", Algorithm::HS512)] {
        let token = |name: &str, algorithm| {
            let header = json!({"alg": name}).to_string();
            signed_by(algorithm, SECRET, &header, claims().as_bytes())
        };
        server.accepts(&token("HS256", Algorithm::HS256));
        server.refuses(&token(name, algorithm), OTHER);
        server.refuses(&token(name, Algorithm::HS256), OTHER);
        server.refuses(&token("HS256", algorithm), "the signature does not hold");
    }
}

#[test]
fn the_algorithm_of_another_kind_of_key_is_refused() {
    let server = Server::of(scheme());
    server.accepts(&sound().header("alg", "HS256").signed());
    for alg in [
        "RS256",
        "RS384",
        "RS512",
        "PS256",
        "PS384",
        "PS512",
        "ES256",
        "ES256K",
        "ES384",
        "ES512",
        "EdDSA",
        "Ed25519",
        "dir",
        "A256KW",
        "RSA-OAEP",
        "PBES2-HS256+A128KW",
    ] {
        server.refuses(&sound().header("alg", alg).signed(), OTHER);
    }
}
