//! A sound token, to be spoiled.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value, json};

use crate::signer::Signer;

/// What time it is, in seconds since 1970.
pub(crate) const NOW: u64 = 1_800_000_000;

pub(crate) const ISSUER: &str = "https://issuer.example";
pub(crate) const AUDIENCE: &str = "api";

/// The header and the claims of a token.
pub(crate) struct Draft {
    header: Map<String, Value>,
    claims: Map<String, Value>,
}

/// The smallest token that the usual setting accepts.
pub(crate) fn sound(signer: &Signer) -> Draft {
    let claims = json!({"iss": ISSUER, "aud": AUDIENCE, "sub": "alice", "exp": NOW + 600});
    let claims = claims.as_object().cloned().unwrap_or_default();
    Draft { header: Map::new(), claims }.header("alg", signer.name)
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

    pub(crate) fn header_text(&self) -> String {
        json!(self.header).to_string()
    }

    pub(crate) fn claims_text(&self) -> String {
        json!(self.claims).to_string()
    }

    /// What is to be signed.
    pub(crate) fn message(&self) -> String {
        format!("{}.{}", encode(self.header_text()), encode(self.claims_text()))
    }

    pub(crate) fn signed(&self, signer: &Signer) -> String {
        whole(signer, &self.message())
    }
}

/// The token of a message, rightly signed.
pub(crate) fn whole(signer: &Signer, message: &str) -> String {
    joined(message, signer.sign(message))
}

/// The token of texts that need not be JSON, rightly signed.
pub(crate) fn written(signer: &Signer, header: &str, claims: impl AsRef<[u8]>) -> String {
    whole(signer, &format!("{}.{}", encode(header), encode(claims)))
}

pub(crate) fn joined(message: &str, signature: impl AsRef<[u8]>) -> String {
    format!("{message}.{}", encode(signature))
}

/// Base64url without padding.
pub(crate) fn encode(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}
