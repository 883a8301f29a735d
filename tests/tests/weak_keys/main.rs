//! Keys that are weak or odd keep a server from starting: one test for each kind. Beside each
//! stands a sound key that starts.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "ends the test that was wrong")]

mod containers;
mod curves;
mod ed25519;
mod kinds;
mod members;
mod numbers;
mod sets;
mod shared;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use portcullis::{Algorithm, JwtBearer, Key, Portcullis};

macro_rules! key {
    ($file:literal) => {
        include_str!(concat!("../../keys/", $file))
    };
}
use key;

/// What start-up says of a scheme.
fn problems(scheme: JwtBearer) -> String {
    let scheme = scheme.issuer("https://issuer.example").audience("api");
    let built = Portcullis::builder().scheme("jwt", scheme).build();
    built.err().map(|problems| problems.to_string()).unwrap_or_default()
}

#[track_caller]
fn starts(key: Key) {
    assert_eq!(problems(JwtBearer::new(key)), "");
}

/// The server does not start, says why, and shows nothing of the key.
#[track_caller]
fn refused(told: &str, material: &str, why: &str) {
    assert!(told.contains(&format!("the scheme `jwt`: {why}")), "{why} is not in: {told}");
    let letters = material.as_bytes().windows(16).filter_map(|part| std::str::from_utf8(part).ok());
    let body = letters.filter(|part| part.bytes().all(is_base64));
    body.for_each(|part| assert!(!told.contains(part), "{told}"));
}

fn is_base64(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"+/-_=".contains(&byte)
}

#[track_caller]
fn pem_refused(algorithm: Algorithm, pem: &str, why: &str) {
    refused(&problems(JwtBearer::new(Key::pem(algorithm, pem))), pem, why);
}

/// Both as it stands and in PEM.
#[track_caller]
fn der_refused(algorithm: Algorithm, label: &str, der: &[u8], why: &str) {
    let body = STANDARD.encode(der);
    refused(&problems(JwtBearer::new(Key::der(algorithm, der))), &body, why);
    let pem = format!("-----BEGIN {label}-----\n{body}\n-----END {label}-----\n");
    pem_refused(algorithm, &pem, why);
}

#[track_caller]
fn jwk_refused(jwk: &str, why: &str) {
    refused(&problems(JwtBearer::new(Key::jwk(jwk))), jwk, why);
}

fn der(pem: &str) -> Vec<u8> {
    let body = pem.lines().filter(|line| !line.starts_with("-----")).collect::<String>();
    STANDARD.decode(body).unwrap()
}

fn encode(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}
