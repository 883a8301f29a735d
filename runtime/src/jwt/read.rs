//! From accepted claims to a principal. Nothing is coerced: a claim of another type than it
//! must have makes the token invalid.

use serde_json::{Map, Value};

use super::accept::{Accepted, Refusal};
use crate::principal::{ClaimSet, Facts};

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
    /// What an accepted token says of its caller.
    pub(super) fn read(&self, accepted: &Accepted) -> Result<Facts, Refusal> {
        let Accepted { claims, text, expires, has_issuer, .. } = accepted;
        let mut facts = Facts::new(self.subject(claims)?.to_owned());
        // Its type was checked with the issuer. One that nobody has checked makes nobody a user
        // of that issuer.
        let issuer = claims.get("iss").and_then(Value::as_str).filter(|_| *has_issuer);
        facts.issuer = issuer.map(Into::into);
        facts.roles = names(claims, &self.roles, whole)?;
        facts.permissions = names(claims, &self.permissions, whole)?;
        facts.scopes = names(claims, &self.scopes, blank_separated)?;
        facts.expires = Some(*expires);
        facts.claims = ClaimSet::verified(claims.clone(), text.clone());
        Ok(facts)
    }

    fn subject<'a>(&self, claims: &'a Map<String, Value>) -> Result<&'a str, Refusal> {
        let subject = claims.get(&self.subject).and_then(Value::as_str);
        subject.filter(|subject| !subject.is_empty()).ok_or("the subject is not a non-empty string")
    }
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
