//! The keys of an identity provider.

use super::super::VerifyingKey;
use super::super::jwk::{self, Members};
use super::{members, read};
use crate::jwt::algorithm::Algorithm;

/// More keys than any provider has: each is tried with a token that names none.
const MOST_KEYS: usize = 64;

/// The keys of a provider.
#[derive(Debug)]
pub(in crate::jwt) struct Fetched {
    pub(in crate::jwt) keys: Vec<VerifyingKey>,
    /// Why others are not among them. Quotes no key.
    pub(in crate::jwt) left_out: Vec<String>,
}

/// The keys of a set that a provider publishes, for these algorithms. Shared secrets are never
/// among them: whoever reads the set could sign (RFC 8725 §2.1).
///
/// # Errors
///
/// If it is no set, or has no key that can be used.
pub(in crate::jwt) fn fetched(text: &[u8], algorithms: &[Algorithm]) -> Result<Fetched, String> {
    let members = members(text)?;
    if members.len() > MOST_KEYS {
        return Err(format!("the set has more than {MOST_KEYS} keys"));
    }
    let (mut keys, mut left_out) = (Vec::<VerifyingKey>::new(), Vec::new());
    for (position, member) in (1..).zip(&members) {
        match read(member, |key| of_provider(key, algorithms)) {
            Ok(key) => keys.push(key.verifying),
            Err(unusable) => left_out.push(format!("member {position}: {}", unusable.why)),
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
