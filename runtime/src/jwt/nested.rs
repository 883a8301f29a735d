//! Claims inside of other claims, such as Keycloak's `realm_access.roles`.

use serde_json::{Map, Value};

use super::accept::Refusal;
use super::read::WRONG;

/// Where claims inside of others are.
#[derive(Clone, Debug, Default)]
pub(crate) struct Nested {
    pub(super) roles: Vec<Path>,
    pub(super) permissions: Vec<Path>,
    pub(super) scopes: Vec<Path>,
}

/// The names of the members on the way to a claim, from the outermost.
#[derive(Clone, Debug)]
pub(crate) struct Path(pub(super) Vec<String>);

impl Path {
    /// The outermost claim on the way.
    pub(crate) fn first(&self) -> Option<&str> {
        self.0.first().map(String::as_str)
    }

    /// Whether it leads anywhere that a plain name does not.
    pub(super) fn is_a_way(&self) -> bool {
        self.0.len() > 1 && self.0.iter().all(|name| !name.trim().is_empty())
    }

    /// The claim that it leads to, if it is there. What is on the way is an object.
    pub(super) fn lead<'a>(
        &self,
        claims: &'a Map<String, Value>,
    ) -> Result<Option<&'a Value>, Refusal> {
        let Some((last, way)) = self.0.split_last() else { return Ok(None) };
        let mut inner = claims;
        for name in way {
            match inner.get(name) {
                None => return Ok(None),
                Some(claim) => inner = claim.as_object().ok_or(WRONG)?,
            }
        }
        Ok(inner.get(last))
    }
}

impl Nested {
    /// The outermost claims on the way to them.
    pub(crate) fn firsts(&self) -> impl Iterator<Item = &str> {
        let all = [&self.roles, &self.permissions, &self.scopes].into_iter().flatten();
        all.filter_map(Path::first)
    }
}
