//! A sound token, to be spoiled member by member.

use serde_json::{Map, Value, json};

use crate::server::NOW;
use crate::token::signed;

/// The header and the claims of a token.
#[derive(Clone)]
pub(crate) struct Draft {
    header: Map<String, Value>,
    claims: Map<String, Value>,
}

/// The smallest token that is accepted.
pub(crate) fn sound() -> Draft {
    let empty = Draft { header: Map::new(), claims: Map::new() };
    empty.header("alg", "HS256").claim("sub", "alice").claim("exp", NOW + 600)
}

impl Draft {
    /// Sets a member of the header.
    pub(crate) fn header(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.header.insert(name.to_owned(), value.into());
        self
    }

    /// Sets a claim.
    pub(crate) fn claim(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.claims.insert(name.to_owned(), value.into());
        self
    }

    /// Takes a claim away.
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.claims.remove(name);
        self
    }

    pub(crate) fn signed(&self) -> String {
        signed(&json!(self.header).to_string(), &json!(self.claims).to_string())
    }
}

/// A sound token with this header, which is written out.
pub(crate) fn with_header(header: &str) -> String {
    signed(header, &format!(r#"{{"sub":"alice","exp":{}}}"#, NOW + 600))
}

/// A sound token with these members, which are written out, after its claims.
pub(crate) fn with_claims(members: &str) -> String {
    signed(r#"{"alg":"HS256"}"#, &format!(r#"{{"sub":"alice","exp":{},{members}}}"#, NOW + 600))
}
