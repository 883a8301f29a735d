//! JWK Sets (RFC 7517 §5): of a developer, who is told what is wrong with them, and of an
//! identity provider ([`fetched`]), whose unusable members are left out.

#[cfg(feature = "authority")]
mod fetched;

use serde_json::Value;

use super::super::algorithm::Algorithm;
use super::super::json;
use super::Sound;
use super::jwk::{self, Members};
#[cfg(feature = "authority")]
pub(in super::super) use fetched::{Fetched, fetched};

/// Why a member of a set is no key here.
struct Unusable {
    why: String,
    /// It is for something else than the signatures that are known here.
    is_foreign: bool,
}

/// The keys of a set that is part of a configuration: those for something else are passed over
/// (RFC 7517 §5), but a fault in one that is for signatures is told.
pub(super) fn configured(text: &str) -> Vec<Result<Sound, String>> {
    let members = match members(text.as_bytes()) {
        Ok(members) => members,
        Err(fault) => return vec![Err(fault)],
    };
    let mut keys = Vec::new();
    for (position, member) in (1..).zip(&members) {
        match read(member, jwk::algorithm) {
            Ok(key) => keys.push(Ok(key)),
            Err(Unusable { is_foreign: true, .. }) => {}
            Err(Unusable { why, .. }) => {
                keys.push(Err(format!("member {position} of the set: {why}")));
            }
        }
    }
    let kinds = keys.iter().flatten().map(|key: &Sound| key.verifying.algorithm().is_asymmetric());
    let kinds = kinds.collect::<Vec<_>>();
    if kinds.contains(&true) && kinds.contains(&false) {
        let fault = "the set has a shared secret beside public keys; whoever reads them could sign";
        keys.push(Err(fault.to_owned()));
    }
    if keys.is_empty() {
        keys.push(Err("the set has no key for signatures".to_owned()));
    }
    keys
}

fn members(text: &[u8]) -> Result<Vec<Value>, String> {
    let set = json::object(text)
        .ok_or_else(|| "the JWK Set is no JSON object with unique names".to_owned())?;
    match set.get("keys") {
        Some(Value::Array(members)) => Ok(members.clone()),
        _ => Err("the JWK Set has no array `keys`".to_owned()),
    }
}

fn read(
    member: &Value,
    algorithm: impl Fn(&Members) -> Result<Algorithm, String>,
) -> Result<Sound, Unusable> {
    let faulty = |why| Unusable { why, is_foreign: false };
    let key = member.as_object().ok_or_else(|| faulty("it is no object".to_owned()))?;
    if let Some(why) = foreign(key).map_err(faulty)? {
        return Err(Unusable { why, is_foreign: true });
    }
    let algorithm = algorithm(key).map_err(faulty)?;
    jwk::sound(key, algorithm, None).map_err(faulty)
}

/// Why the key is for something else (RFC 7517 §4.1–4.4, RFC 7518 §6.2.1.1).
fn foreign(key: &Members) -> Result<Option<String>, String> {
    let unknown = |name: &str, known: &[&str]| {
        let text = jwk::optional(key, name)?.filter(|text| !known.contains(text));
        Ok::<_, String>(text.map(|text| format!("`{name}` is {text:?}")))
    };
    if let Some(why) = unknown("kty", &["RSA", "EC", "OKP", "oct"])? {
        return Ok(Some(why));
    }
    if let Some(why) = unknown("crv", &["P-256", "P-384", "Ed25519"])? {
        return Ok(Some(why));
    }
    if let Some(name) = jwk::optional(key, "alg")?.filter(|name| Algorithm::named(name).is_none()) {
        return Ok(Some(format!("`alg` is {name:?}")));
    }
    Ok(jwk::check_use(key).err())
}
