//! From the text of verified claims to what it says of a caller. Nothing is coerced: a claim of
//! another type than it must have makes the token invalid.
//!
//! This file is the definition, in maps and lists of names. [`once`] says the same in a fraction
//! of the time, where it says anything.

mod members;
mod once;
mod registered;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use serde_json::{Map, Value};

use super::accept::Refusal;
use super::json;
use crate::principal::{ClaimSet, Facts};

pub(super) use members::Members;
pub(super) use once::Once;
pub(super) use registered::Registered;

/// Which claims carry what. Where several are named, all of them count.
#[derive(Clone, Debug)]
pub(crate) struct ClaimNames {
    pub(crate) subject: String,
    pub(crate) roles: Vec<String>,
    pub(crate) permissions: Vec<String>,
    /// A string in one of these is a list with blanks between (RFC 6749 §3.3, RFC 8693 §4.2).
    pub(crate) scopes: Vec<String>,
}

/// Claims with a meaning of their own, set while signing (RFC 7519 §4.1).
pub(crate) const RESERVED: [&str; 6] = ["iss", "aud", "exp", "nbf", "iat", "jti"];

impl Default for ClaimNames {
    fn default() -> Self {
        let names = |names: &[&str]| names.iter().map(ToString::to_string).collect();
        Self {
            subject: "sub".into(),
            roles: names(&["role", "roles"]),
            permissions: names(&["permissions"]),
            scopes: names(&["scope", "scp"]),
        }
    }
}

impl ClaimNames {
    /// What claims say of a caller; the issuer and the expiry are for whoever judges them.
    pub(super) fn read(
        &self,
        claims: &Map<String, Value>,
        text: Arc<str>,
    ) -> Result<Facts, Refusal> {
        let mut facts = Facts::new(self.subject(claims)?.to_owned());
        facts.roles = names(claims, &self.roles, whole)?;
        facts.permissions = names(claims, &self.permissions, whole)?;
        facts.scopes = names(claims, &self.scopes, blank_separated)?;
        facts.claims = ClaimSet::Verified(text);
        Ok(facts)
    }

    fn subject<'a>(&self, claims: &'a Map<String, Value>) -> Result<&'a str, Refusal> {
        let subject = claims.get(&self.subject).and_then(Value::as_str);
        subject.filter(|subject| !subject.is_empty()).ok_or("the subject is not a non-empty string")
    }
}

/// The members of claims by their names.
pub(super) fn object(text: &str) -> Result<Map<String, Value>, Refusal> {
    json::object(text.as_bytes()).ok_or("the claims are no JSON object with unique names")
}

/// The names in these claims together, each once.
fn names(
    claims: &Map<String, Value>,
    wanted: &[String],
    split: fn(&str) -> Vec<&str>,
) -> Result<Vec<Box<str>>, Refusal> {
    const WRONG: Refusal =
        "roles, permissions or scopes are neither a string nor an array of strings";
    let mut names = Vec::<Box<str>>::new();
    for claim in wanted.iter().filter_map(|name| claims.get(name)) {
        let found = match claim {
            Value::String(text) => split(text),
            Value::Array(items) => {
                items.iter().map(Value::as_str).collect::<Option<_>>().ok_or(WRONG)?
            }
            _ => return Err(WRONG),
        };
        // An empty name is no name: nothing can be demanded by it.
        names.extend(found.into_iter().filter(|name| !name.is_empty()).map(Into::into));
    }
    names.sort_unstable();
    names.dedup();
    Ok(names)
}

fn whole(text: &str) -> Vec<&str> {
    vec![text]
}

fn blank_separated(text: &str) -> Vec<&str> {
    text.split(' ').collect()
}
