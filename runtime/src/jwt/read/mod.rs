//! From the text of verified claims to what it says of a caller. Nothing is coerced: a claim of
//! another type than it must have makes the token invalid.
//!
//! This file is the definition, in maps and lists of names. [`once`] says the same in one pass,
//! where it says anything.

mod members;
mod once;
mod registered;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use serde_json::{Map, Value};

use super::accept::{Refusal, ensure};
use super::json;
use super::nested::{Nested, Path};
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
    /// Further claims that carry them, inside of others.
    pub(crate) nested: Nested,
    /// What a claim must be, such as the one that tells the kind of the token.
    pub(super) demanded: Option<(&'static str, &'static str)>,
    /// The claim that names the audience, where that is not `aud` alone.
    pub(super) audience: Option<&'static str>,
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
            nested: Nested::default(),
            demanded: None,
            audience: None,
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
        self.demand(claims)?;
        let of = &self.nested;
        facts.roles = names(claims, &self.roles, &of.roles, whole)?;
        facts.permissions = names(claims, &self.permissions, &of.permissions, whole)?;
        facts.scopes = names(claims, &self.scopes, &of.scopes, blank_separated)?;
        facts.claims = ClaimSet::Verified(text);
        Ok(facts)
    }

    /// Whether the claims take the definition: [`once`] looks at none that are inside of others.
    pub(super) fn take_the_definition(&self) -> bool {
        self.nested.firsts().next().is_some() || self.demanded.is_some() || self.audience.is_some()
    }

    /// The audience in the claim that names it besides `aud`.
    pub(super) fn audience_of<'a>(&self, claims: &'a Map<String, Value>) -> Option<&'a [u8]> {
        Some(claims.get(self.audience?)?.as_str()?.as_bytes())
    }

    fn demand(&self, claims: &Map<String, Value>) -> Result<(), Refusal> {
        let is_met = self.demanded.is_none_or(|(name, value)| {
            claims.get(name).and_then(Value::as_str).is_some_and(|told| told == value)
        });
        ensure(is_met, "a claim tells that this is no access token")
    }

    fn subject<'a>(&self, claims: &'a Map<String, Value>) -> Result<&'a str, Refusal> {
        let subject = claims.get(&self.subject).and_then(Value::as_str);
        subject.filter(|subject| !subject.is_empty()).ok_or("the subject is not a non-empty string")
    }
}

pub(super) const WRONG: Refusal =
    "roles, permissions or scopes are neither a string nor an array of strings";

/// The members of claims by their names.
pub(super) fn object(text: &str) -> Result<Map<String, Value>, Refusal> {
    json::object(text.as_bytes()).ok_or("the claims are no JSON object with unique names")
}

/// The names in these claims together, each once.
fn names(
    claims: &Map<String, Value>,
    wanted: &[String],
    nested: &[Path],
    split: fn(&str) -> Vec<&str>,
) -> Result<Vec<Box<str>>, Refusal> {
    let mut names = Vec::<Box<str>>::new();
    let mut found = wanted.iter().filter_map(|name| claims.get(name)).collect::<Vec<_>>();
    for path in nested {
        found.extend(path.lead(claims)?);
    }
    for claim in found {
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
