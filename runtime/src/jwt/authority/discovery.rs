//! OpenID Connect Discovery 1.0: from an issuer to the address of its keys.

use reqwest::Url;
use serde_json::Value;

use super::super::json;
use super::http::Failure;

/// The types of the metadata (§4.2).
pub(super) const METADATA: &[&str] = &["application/json"];

/// The types of a JWK Set (RFC 7517 §8.5); most providers send plain JSON.
pub(super) const KEY_SET: &[&str] = &["application/jwk-set+json", "application/json"];

/// Where an issuer's metadata is (§4.1).
///
/// # Errors
///
/// If the issuer is no URL that one can be asked at (§2).
pub(super) fn address(issuer: &str) -> Result<Url, String> {
    let mut url = secure(issuer)?;
    if url.query().is_some() || issuer.contains('?') {
        return Err("has a query, which no issuer has".to_owned());
    }
    let path = format!("{}/.well-known/openid-configuration", url.path().trim_end_matches('/'));
    url.set_path(&path);
    Ok(url)
}

/// Where the issuer's keys are, told by its metadata (§3).
pub(super) fn key_set(metadata: &[u8], issuer: &str) -> Result<Url, Failure> {
    let metadata = json::object(metadata)
        .ok_or_else(|| "the metadata is no JSON object with unique names".to_owned())?;
    let text = |name: &str| metadata.get(name).and_then(Value::as_str);
    // To the byte (§4.3): else a provider could speak for another one.
    if text("issuer") != Some(issuer) {
        return Err("the metadata names another issuer".to_owned());
    }
    let address = text("jwks_uri").ok_or_else(|| "the metadata names no `jwks_uri`".to_owned())?;
    secure(address).map_err(|fault| format!("the `jwks_uri` {fault}"))
}

/// An address that may be asked: HTTPS, and nothing that is not part of an address.
fn secure(text: &str) -> Result<Url, String> {
    let url = Url::parse(text).map_err(|error| format!("is no URL: {error}"))?;
    let fault = if url.scheme() != "https" {
        "is not `https`"
    } else if !url.username().is_empty() || url.password().is_some() {
        "has a user or a password in it"
    } else if url.fragment().is_some() {
        "has a fragment"
    } else {
        return Ok(url);
    };
    Err(fault.to_owned())
}
