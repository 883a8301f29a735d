//! The key and its algorithm (RFC 7518 §3.2, RFC 8725 §3.1).

use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode, decode_header};
use portcullis::{JwtBearer, Portcullis, Problem};
use serde_json::Value;

use crate::ours::{Server, now, scheme};
use crate::plain;
use crate::token::{SECRET, signed, signed_by};

fn claims() -> String {
    format!(r#"{{"sub":"alice","exp":{}}}"#, now() + 600)
}

/// As in the example of the crate for Auth0.
#[test]
fn the_algorithm_is_the_one_of_the_header() {
    let server = Server::of(scheme());
    for (alg, algorithm) in [("HS384", Algorithm::HS384), ("HS512", Algorithm::HS512)] {
        server.accepts(&signed(r#"{"alg":"HS256"}"#, &claims()));
        let header = format!(r#"{{"alg":"{alg}"}}"#);
        let token = signed_by(algorithm, SECRET, &header, claims().as_bytes());
        let settings = Validation::new(decode_header(&token).unwrap().alg);
        plain::accepts::<Value>(&token, &settings);
        server.refuses(&token, "`alg` is not the key's algorithm");
    }
}

#[test]
fn empty_and_short_keys() {
    let start = |key: &[u8]| {
        let problems = Portcullis::builder().scheme("jwt", JwtBearer::hs256(key)).build().err();
        let problems = problems.iter().flat_map(|problems| problems.iter());
        problems.map(Problem::message).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(start(&[7; 32]), [""; 0]);
    for (key, fault) in [
        (b"".as_slice(), "is empty"),
        (b"k", "has only 1 bytes"),
        (b"secret", "has only 6 bytes"),
        (&[7; 31], "has only 31 bytes"),
    ] {
        let token = signed_by(Algorithm::HS256, key, r#"{"alg":"HS256"}"#, claims().as_bytes());
        plain::accepts::<Value>(&signed(r#"{"alg":"HS256"}"#, &claims()), &plain::usual());
        let verdict = decode::<Value>(&token, &DecodingKey::from_secret(key), &plain::usual());
        assert!(verdict.is_ok(), "{verdict:?}");
        let problems = start(key);
        assert_eq!(problems.len(), 1);
        assert!(problems.iter().all(|problem| problem.contains(fault)), "{problems:?}");
    }
}
