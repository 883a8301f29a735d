//! JWK Sets (RFC 7517 §5): of a developer, who is told what is wrong with them, and of an
//! identity provider, whose unusable members are left out.

use serde_json::Value;

use super::super::algorithm::Algorithm;
use super::super::json;
use super::jwk::{self, Members};
use super::{Sound, VerifyingKey};

/// More keys than any provider has: each is tried with a token that names none.
const MOST_KEYS: usize = 64;

/// The keys of a provider.
#[derive(Debug)]
pub(in super::super) struct Fetched {
    pub(in super::super) keys: Vec<VerifyingKey>,
    /// Why others are not among them. Quotes no key.
    pub(in super::super) left_out: Vec<String>,
}

/// Why a member of a set is no key here.
enum Unusable {
    /// It is for something else than the signatures that are known here.
    Foreign(String),
    Faulty(String),
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
            Err(Unusable::Foreign(_)) => {}
            Err(Unusable::Faulty(fault)) => {
                keys.push(Err(format!("member {position} of the set: {fault}")));
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

/// The keys of a set that a provider publishes, for these algorithms. Shared secrets are never
/// among them: whoever reads the set could sign (RFC 8725 §2.1).
///
/// # Errors
///
/// If it is no set, or has no key that can be used.
pub(in super::super) fn fetched(text: &[u8], algorithms: &[Algorithm]) -> Result<Fetched, String> {
    let members = members(text)?;
    if members.len() > MOST_KEYS {
        return Err(format!("the set has more than {MOST_KEYS} keys"));
    }
    let (mut keys, mut left_out) = (Vec::<VerifyingKey>::new(), Vec::new());
    for (position, member) in (1..).zip(&members) {
        match read(member, |key| of_provider(key, algorithms)) {
            Ok(key) => keys.push(key.verifying),
            Err(Unusable::Foreign(why) | Unusable::Faulty(why)) => {
                left_out.push(format!("member {position}: {why}"));
            }
        }
    }
    let keys = unambiguous(keys, &mut left_out);
    if keys.is_empty() {
        return Err("the set has no key that can be used".to_owned());
    }
    Ok(Fetched { keys, left_out })
}

/// Without those of which nobody knows which one a token means (RFC 7517 §4.5, OpenID Connect
/// Core §10.1).
fn unambiguous(keys: Vec<VerifyingKey>, left_out: &mut Vec<String>) -> Vec<VerifyingKey> {
    let mut each = Vec::<VerifyingKey>::new();
    for key in keys {
        if each.iter().all(|one| !one.is_the_same(&key)) {
            each.push(key);
        }
    }
    let ids = each.iter().map(|key| key.id().map(ToOwned::to_owned)).collect::<Vec<_>>();
    let is_alone = |key: &VerifyingKey| {
        let alike = ids.iter().filter(|id| id.as_deref() == key.id()).count();
        alike == 1 && (key.id().is_some() || ids.len() == 1)
    };
    each.retain(is_alone);
    if each.len() < ids.len() {
        left_out.push("keys that share an id, or have none beside others".to_owned());
    }
    each
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
    let faulty = |why: &str| Unusable::Faulty(why.to_owned());
    let key = member.as_object().ok_or_else(|| faulty("it is no object"))?;
    if let Some(why) = foreign(key).map_err(Unusable::Faulty)? {
        return Err(Unusable::Foreign(why));
    }
    let algorithm = algorithm(key).map_err(Unusable::Faulty)?;
    jwk::sound(key, algorithm, None).map_err(Unusable::Faulty)
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

/// The key's own algorithm, if it is one of these. RSA keys of some providers name none (those
/// of Entra ID do not): it is then the first of these that takes one.
fn of_provider(key: &Members, algorithms: &[Algorithm]) -> Result<Algorithm, String> {
    let kind = jwk::optional(key, "kty")?;
    if kind == Some("oct") {
        return Err("it is a shared secret".to_owned());
    }
    let nameless = kind == Some("RSA") && !key.contains_key("alg");
    let rsa = algorithms.iter().copied().find(|one| one.is_rsa()).filter(|_| nameless);
    let algorithm = match rsa {
        Some(algorithm) => algorithm,
        None => jwk::algorithm(key)?,
    };
    if !algorithms.contains(&algorithm) || !algorithm.is_asymmetric() {
        return Err(format!("{} is not accepted", algorithm.name()));
    }
    Ok(algorithm)
}
