//! JWKs that say that they are for something else, or more than they may.

use serde_json::{Value, json};

use crate::{jwk_refused, key, starts};
use portcullis::Key;

fn with(name: &str, value: Value) -> String {
    let mut jwk = serde_json::from_str::<Value>(key!("p256.jwk")).unwrap();
    jwk[name] = value;
    jwk.to_string()
}

/// RFC 7517 §4.2
#[test]
fn a_key_for_encryption() {
    starts(Key::jwk(with("use", json!("sig"))));
    for other in ["enc", "SIG", "", "sig enc"] {
        jwk_refused(&with("use", json!(other)), "the JWK's `use` is not `sig`");
    }
    jwk_refused(&with("use", json!(["sig"])), "`use` is not a string");
}

/// RFC 7517 §4.3
#[test]
fn a_key_that_is_not_for_verifying() {
    starts(Key::jwk(with("key_ops", json!(["verify"]))));
    let why = "the JWK's `key_ops` does not have `verify` in it";
    for operations in [
        json!([]),
        json!(["sign"]),
        json!(["encrypt", "wrapKey"]),
        json!("verify"),
        json!(["Verify"]),
    ] {
        jwk_refused(&with("key_ops", operations), why);
    }
}

/// It may be the one of another key; and a public one is enough.
#[test]
fn a_private_key() {
    let why = "the JWK is a private key";
    for name in ["d", "p", "q", "dp", "dq", "qi", "oth", "k"] {
        jwk_refused(&with(name, json!("jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI")), why);
    }
}

#[test]
fn an_unknown_algorithm() {
    for other in ["none", "ES512", "ES256K", "es256", "ECDH-ES", ""] {
        let why = format!("`alg` is {other:?}, which is unknown");
        jwk_refused(&with("alg", json!(other)), &why);
    }
    let rsa = key!("rsa2048.jwk").replace(r#""alg": "RS256", "#, "");
    jwk_refused(&rsa, "the JWK names no algorithm");
}

#[test]
fn what_is_no_jwk() {
    for text in ["", "[]", "null", "{", r#"{"kty":"EC","kty":"EC"}"#] {
        jwk_refused(text, "the JWK is no JSON object with unique names");
    }
    jwk_refused(r#"{"crv":"P-256"}"#, "the JWK has no `kty`");
    jwk_refused(&with("kty", json!("XY")), "`kty` is \"XY\", which is unknown");
    jwk_refused(&with("x", json!(7)), "`x` is not a string");
    jwk_refused(&with("x", json!("a=")), "`x` is not base64url");
}
