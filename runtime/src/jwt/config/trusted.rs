//! A further issuer of a scheme, as the developer writes it.

#[cfg(feature = "authority")]
use crate::jwt::authority::Authority;
use crate::jwt::key::Key;

use super::Dangerous;

/// A further issuer whose tokens a scheme accepts, with keys and audiences of its own: see
/// [`JwtBearer::trust`](crate::JwtBearer::trust). Its keys verify its tokens, and those of
/// nobody else; its users are others than those of any other issuer, whatever their names.
#[derive(Clone, Debug)]
pub struct Trusted {
    pub(in crate::jwt) issuer: String,
    pub(in crate::jwt) audiences: Vec<String>,
    pub(in crate::jwt) any_audience: bool,
    pub(in crate::jwt) keys: Vec<Key>,
    #[cfg(feature = "authority")]
    pub(in crate::jwt) authority: Option<Authority>,
}

impl Trusted {
    /// The issuer with this `iss`. It needs keys, and an audience.
    #[must_use]
    pub fn issuer(issuer: impl Into<String>) -> Self {
        Self {
            issuer: issuer.into(),
            audiences: Vec::new(),
            any_audience: false,
            keys: Vec::new(),
            #[cfg(feature = "authority")]
            authority: None,
        }
    }

    /// An OpenID provider, whose keys are fetched. It needs an audience.
    #[cfg(feature = "authority")]
    #[must_use]
    pub fn authority(authority: impl Into<Authority>) -> Self {
        let authority = authority.into();
        let trusted = Self::issuer(authority.issuer.clone());
        Self { authority: Some(authority), ..trusted }
    }

    /// An audience that this server is for this issuer: `aud` of its tokens must name one
    /// (RFC 7519 §4.1.3).
    #[must_use]
    pub fn audience(mut self, audience: impl Into<String>) -> Self {
        self.audiences.push(audience.into());
        self
    }

    /// A key of this issuer. With several, each needs an id.
    #[must_use]
    pub fn key(mut self, key: Key) -> Self {
        self.keys.push(key);
        self
    }

    /// The way to what weakens it.
    #[must_use]
    pub fn dangerous(self) -> Dangerous<Self> {
        Dangerous(self)
    }
}

impl Dangerous<Trusted> {
    /// Accepts tokens that this issuer made for anybody: a token that another service was given
    /// then works here too (RFC 8725 §2.8).
    #[must_use]
    pub fn accept_any_audience(mut self) -> Trusted {
        self.0.any_audience = true;
        self.0
    }
}
