//! The claims that say for whom, from whom and when: of the right types, not judged.

use serde_json::{Map, Value};
use smallvec::SmallVec;

use super::super::accept::Refusal;

/// Registered claims (RFC 7519 §4.1) as they are written.
#[derive(Debug, Default)]
pub(in super::super) struct Registered<'a> {
    pub(in super::super) issuer: Option<&'a [u8]>,
    pub(in super::super) audiences: Option<SmallVec<[&'a [u8]; 2]>>,
    /// Seconds since 1970, with or without a fraction (`NumericDate`, RFC 7519 §2).
    pub(in super::super) expires: Option<f64>,
    pub(in super::super) not_before: Option<f64>,
    pub(in super::super) issued: Option<f64>,
}

impl<'a> Registered<'a> {
    /// Nothing is coerced.
    pub(in super::super) fn of(claims: &'a Map<String, Value>) -> Result<Self, Refusal> {
        Ok(Self {
            expires: date(claims, "exp")?,
            not_before: date(claims, "nbf")?,
            issued: date(claims, "iat")?,
            issuer: match claims.get("iss") {
                None => None,
                Some(issuer) => Some(issuer.as_str().ok_or("`iss` is not a string")?.as_bytes()),
            },
            audiences: claims.get("aud").map(audiences).transpose()?,
        })
    }
}

fn audiences(claim: &Value) -> Result<SmallVec<[&[u8]; 2]>, Refusal> {
    let audiences = match claim {
        Value::Array(several) => {
            several.iter().map(|one| one.as_str().map(str::as_bytes)).collect()
        }
        single => single.as_str().map(|one| SmallVec::from_iter([one.as_bytes()])),
    };
    audiences.ok_or("`aud` is neither a string nor an array of strings")
}

fn date(claims: &Map<String, Value>, name: &str) -> Result<Option<f64>, Refusal> {
    let Some(claim) = claims.get(name) else { return Ok(None) };
    claim.as_f64().map(Some).ok_or("`exp`, `nbf` or `iat` is not a number")
}
