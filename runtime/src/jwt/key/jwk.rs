//! Keys as JSON Web Keys (RFC 7517, RFC 7518 §6, RFC 8037 §2). Read as strictly as tokens.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value};

use super::super::algorithm::{Algorithm, Family};
use super::super::json;
use super::Sound;
use super::public::Public;

pub(super) type Members = Map<String, Value>;

/// Reads one key. An id that was given besides wins over the key's own.
pub(super) fn read(text: &str, id: Option<String>) -> Result<Sound, String> {
    let key = json::object(text.as_bytes())
        .ok_or_else(|| "the JWK is no JSON object with unique names".to_owned())?;
    if key.contains_key("keys") {
        return Err("this is a set of keys; give each by itself, or use `Key::jwks`".to_owned());
    }
    check_use(&key)?;
    let algorithm = algorithm(&key)?;
    sound(&key, algorithm, id)
}

/// The key that these members are, for this algorithm.
pub(super) fn sound(
    key: &Members,
    algorithm: Algorithm,
    id: Option<String>,
) -> Result<Sound, String> {
    let id = match id {
        Some(id) => Some(id),
        None => optional(key, "kid")?.map(ToOwned::to_owned),
    };
    if text_of(key, "kty")? == "oct" {
        let secret = bytes(key, "k")?;
        return match algorithm.family() {
            Family::Hmac { .. } => {
                let sound = Sound::hmac(algorithm, &secret, id)?;
                let signing = sound.signing.filter(|_| may_sign(key));
                Ok(Sound { signing, ..sound })
            }
            _ => Err(format!("{} takes no shared secret", algorithm.name())),
        };
    }
    if ["d", "p", "q", "dp", "dq", "qi", "oth", "k"].iter().any(|name| key.contains_key(*name)) {
        return Err(
            "the JWK is a private key; give it as PEM, or leave its private part out".to_owned()
        );
    }
    Sound::public(algorithm, &public(key)?, id)
}

/// RFC 7517 §4.2–3: a key for encryption is none for signatures.
pub(super) fn check_use(key: &Members) -> Result<(), String> {
    if optional(key, "use")?.is_some_and(|of| of != "sig") {
        return Err("the JWK's `use` is not `sig`".to_owned());
    }
    match key.get("key_ops") {
        None => Ok(()),
        Some(Value::Array(operations)) if operations.iter().any(|one| one == "verify") => Ok(()),
        Some(_) => Err("the JWK's `key_ops` does not have `verify` in it".to_owned()),
    }
}

/// A key with `key_ops` is for nothing else (RFC 7517 §4.3).
fn may_sign(key: &Members) -> bool {
    let operations = key.get("key_ops").and_then(Value::as_array);
    operations.is_none_or(|operations| operations.iter().any(|one| one == "sign"))
}

/// The key's own `alg`, else the one that its curve has.
pub(super) fn algorithm(key: &Members) -> Result<Algorithm, String> {
    if let Some(name) = optional(key, "alg")? {
        return Algorithm::named(name)
            .ok_or_else(|| format!("`alg` is {name:?}, which is unknown"));
    }
    match optional(key, "crv")? {
        Some("P-256") => Ok(Algorithm::Es256),
        Some("P-384") => Ok(Algorithm::Es384),
        Some("Ed25519") => Ok(Algorithm::EdDsa),
        _ => Err("the JWK names no algorithm; add `alg`".to_owned()),
    }
}

fn public(key: &Members) -> Result<Public, String> {
    match text_of(key, "kty")? {
        "RSA" => Ok(Public::rsa(&bytes(key, "n")?, &bytes(key, "e")?)),
        "EC" => {
            let curve = match text_of(key, "crv")? {
                "P-256" => "P-256",
                "P-384" => "P-384",
                other => return Err(format!("`crv` is {other:?}, which is unknown")),
            };
            Ok(Public::Ec { curve, x: bytes(key, "x")?, y: bytes(key, "y")? })
        }
        "OKP" => match text_of(key, "crv")? {
            "Ed25519" => Ok(Public::Ed25519 { x: bytes(key, "x")? }),
            other => Err(format!("`crv` is {other:?}, which is unknown")),
        },
        other => Err(format!("`kty` is {other:?}, which is unknown")),
    }
}

fn bytes(key: &Members, name: &str) -> Result<Vec<u8>, String> {
    let text = text_of(key, name)?;
    URL_SAFE_NO_PAD.decode(text).map_err(|_| format!("`{name}` is not base64url"))
}

fn text_of<'a>(key: &'a Members, name: &str) -> Result<&'a str, String> {
    optional(key, name)?.ok_or_else(|| format!("the JWK has no `{name}`"))
}

pub(super) fn optional<'a>(key: &'a Members, name: &str) -> Result<Option<&'a str>, String> {
    match key.get(name) {
        None => Ok(None),
        Some(value) => value.as_str().map(Some).ok_or_else(|| format!("`{name}` is not a string")),
    }
}
