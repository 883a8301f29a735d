//! What is in a token, as anybody can read it.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value};

fn part(token: &str, number: usize) -> Map<String, Value> {
    let parts = token.split('.').collect::<Vec<_>>();
    assert_eq!(parts.len(), 3, "{token}");
    let bytes = URL_SAFE_NO_PAD.decode(parts.get(number).unwrap()).unwrap();
    serde_json::from_slice(&bytes).unwrap()
}

pub(crate) fn header(token: &str) -> Map<String, Value> {
    part(token, 0)
}

pub(crate) fn claims(token: &str) -> Map<String, Value> {
    part(token, 1)
}

/// The names of the members, sorted.
pub(crate) fn names(object: &Map<String, Value>) -> Vec<&str> {
    let mut names = object.keys().map(String::as_str).collect::<Vec<_>>();
    names.sort_unstable();
    names
}
