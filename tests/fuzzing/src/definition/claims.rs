//! What claims say of a caller.

use super::json::{Json, Members, member};

/// Which claims are read as what.
#[derive(Debug)]
pub(crate) struct Names {
    pub(crate) subject: &'static str,
    pub(crate) roles: &'static [&'static str],
    pub(crate) permissions: &'static [&'static str],
    pub(crate) scopes: &'static [&'static str],
}

/// A caller.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Facts {
    pub(crate) subject: String,
    /// Of a scheme with an issuer.
    pub(crate) issuer: Option<String>,
    pub(crate) roles: Vec<String>,
    pub(crate) permissions: Vec<String>,
    pub(crate) scopes: Vec<String>,
    pub(crate) claims: Members,
}

impl Names {
    pub(crate) fn facts(&self, claims: &Members, has_issuer: bool) -> Option<Facts> {
        let subject = member(claims, self.subject)?.text()?;
        let issuer = member(claims, "iss").and_then(Json::text).filter(|_| has_issuer);
        (!subject.is_empty()).then_some(())?;
        Some(Facts {
            subject: subject.to_owned(),
            issuer: issuer.map(ToOwned::to_owned),
            roles: names(claims, self.roles, false)?,
            permissions: names(claims, self.permissions, false)?,
            scopes: names(claims, self.scopes, true)?,
            claims: claims.clone(),
        })
    }
}

/// The union of these claims, sorted. In a string of scopes, blanks stand between two.
fn names(claims: &Members, wanted: &[&str], split: bool) -> Option<Vec<String>> {
    let mut all = Vec::new();
    for name in wanted {
        let found = match member(claims, name) {
            None => Vec::new(),
            Some(Json::Text(text)) if split => text.split(' ').collect(),
            Some(Json::Text(text)) => vec![text.as_str()],
            Some(other) => other.texts()?,
        };
        all.extend(found.into_iter().filter(|name| !name.is_empty()).map(ToOwned::to_owned));
    }
    all.sort();
    all.dedup();
    Some(all)
}

impl Facts {
    pub(crate) fn has_role(&self, name: &str) -> bool {
        self.roles.iter().any(|own| own == name)
    }

    pub(crate) fn has_permission(&self, name: &str) -> bool {
        self.permissions.iter().any(|own| own == name)
    }

    pub(crate) fn has_scope(&self, name: &str) -> bool {
        self.scopes.iter().any(|own| own == name)
    }

    /// Neither missing nor null nor empty.
    pub(crate) fn has_claim(&self, name: &str) -> bool {
        match member(&self.claims, name) {
            None | Some(Json::Null) => false,
            Some(Json::Text(text)) => !text.is_empty(),
            Some(Json::Array(items)) => !items.is_empty(),
            Some(_) => true,
        }
    }

    /// The claim is this string, or an array with it.
    pub(crate) fn claim_is(&self, name: &str, value: &str) -> bool {
        match member(&self.claims, name) {
            Some(Json::Array(items)) => items.iter().any(|item| item.text() == Some(value)),
            Some(other) => other.text() == Some(value),
            None => false,
        }
    }
}
