//! What `Authorization` carries, as a regular expression (RFC 6750 §2.1, RFC 9110 §11.4).

use std::sync::LazyLock;

use regex::bytes::Regex;

pub(crate) enum Carried {
    /// No field, or one for another authentication scheme.
    Nothing,
    Token(Vec<u8>),
    /// `Bearer` without exactly one token, or two fields.
    Unreadable,
}

static IS_BEARER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i-u)\Abearer(?:[^!#$%&'*+\-.^_`|~0-9A-Za-z]|\z)").expect("a sound expression")
});
static TOKEN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?s-u)\A.{6} +([A-Za-z0-9\-._~+/]+=*)\z").expect("a sound expression")
});

/// What these fields carry together.
pub(crate) fn carried(fields: &[&[u8]]) -> Carried {
    match fields {
        [] => Carried::Nothing,
        [field] if !IS_BEARER.is_match(field) => Carried::Nothing,
        [field] => match TOKEN.captures(field).and_then(|found| found.get(1)) {
            Some(token) => Carried::Token(token.as_bytes().to_vec()),
            None => Carried::Unreadable,
        },
        _ => Carried::Unreadable,
    }
}
