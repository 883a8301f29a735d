//! `JwtBearer` as the developer writes it.

use std::time::Duration;

use super::algorithm::Algorithm;
use super::cache::TokenCache;
use super::key::Key;
use super::read::ClaimNames;

const LEEWAY: Duration = Duration::from_secs(30);
const MAX_TOKEN_BYTES: usize = 8 * 1024;

/// Recognizes callers by JSON Web Tokens in `Authorization: Bearer` (RFC 6750 §2.1, RFC 7519),
/// and signs such tokens: see [`Tokens`](crate::Tokens).
///
/// Strict: see the crate's documentation for every rule that a token must keep.
#[derive(Clone, Debug)]
pub struct JwtBearer {
    /// INVARIANT: not empty.
    pub(super) keys: Vec<Key>,
    pub(super) issuers: Vec<String>,
    pub(super) audiences: Vec<String>,
    pub(super) any_issuer: bool,
    pub(super) any_audience: bool,
    pub(super) leeway: Duration,
    pub(super) max_age: Option<Duration>,
    pub(super) max_token_bytes: usize,
    pub(super) names: ClaimNames,
    pub(super) realm: Option<String>,
    pub(super) cache: TokenCache,
}

impl JwtBearer {
    /// Tokens signed with HMAC and SHA-256. The secret has at least 32 bytes of chance.
    #[must_use]
    pub fn hs256(secret: impl AsRef<[u8]>) -> Self {
        Self::new(Key::secret(Algorithm::Hs256, secret))
    }

    /// Tokens signed with this key. If it can sign, [`Tokens`](crate::Tokens) do so with it.
    /// With an asymmetric key, issuer and audience must be told.
    #[must_use]
    pub fn new(key: Key) -> Self {
        Self {
            keys: vec![key],
            issuers: Vec::new(),
            audiences: Vec::new(),
            any_issuer: false,
            any_audience: false,
            leeway: LEEWAY,
            max_age: None,
            max_token_bytes: MAX_TOKEN_BYTES,
            names: ClaimNames::default(),
            realm: None,
            cache: TokenCache::default(),
        }
    }

    /// The issuer: demanded as `iss` of every token (RFC 7519 §4.1.1), and written into
    /// tokens that are signed here. Without one, `iss` is not looked at, and callers are users
    /// of this scheme: [`Principal::issued_by`](crate::Principal::issued_by) names it.
    #[must_use]
    pub fn issuer(mut self, issuer: impl Into<String>) -> Self {
        self.issuers.push(issuer.into());
        self
    }

    /// An audience that this server is: `aud` of every token must name one (RFC 7519 §4.1.3).
    /// The first is written into tokens that are signed here. Without any, tokens that carry
    /// an `aud` are refused.
    #[must_use]
    pub fn audience(mut self, audience: impl Into<String>) -> Self {
        self.audiences.push(audience.into());
        self
    }

    /// The `kid` of the key that was told last: written into tokens that are signed with it,
    /// and demanded of tokens that name one (RFC 7515 §4.1.4). Without it, tokens that are
    /// signed here name one that is derived from the key, and those that come may name any.
    #[must_use]
    pub fn key_id(mut self, id: impl Into<String>) -> Self {
        let last = self.keys.pop().map(|key| key.id(id));
        self.keys.extend(last);
        self
    }

    /// Accepts tokens of a further key too, as while keys are being replaced. Each key then
    /// needs an id. Tokens are signed with the first key that can.
    #[must_use]
    pub fn key(mut self, key: Key) -> Self {
        self.keys.push(key);
        self
    }

    /// How far the clocks of issuer and server may differ. Default 30 s, at most 5 min.
    #[must_use]
    pub fn leeway(mut self, leeway: Duration) -> Self {
        self.leeway = leeway;
        self
    }

    /// Refuses tokens that were issued longer ago, whatever their `exp`; `iat` is then
    /// required.
    #[must_use]
    pub fn max_age(mut self, age: Duration) -> Self {
        self.max_age = Some(age);
        self
    }

    /// The longest token that is looked at, in bytes. Default 8 KiB, at most 64 KiB.
    #[must_use]
    pub fn max_token_bytes(mut self, bytes: usize) -> Self {
        self.max_token_bytes = bytes;
        self
    }

    /// The claim that names the caller. Default `sub`.
    #[must_use]
    pub fn subject_claim(mut self, name: impl Into<String>) -> Self {
        self.names.subject = name.into();
        self
    }

    /// The claims that carry roles. Default `role` and `roles`.
    #[must_use]
    pub fn role_claims<N: Into<String>>(mut self, names: impl IntoIterator<Item = N>) -> Self {
        self.names.roles = collect(names);
        self
    }

    /// The claims that carry permissions. Default `permissions`.
    #[must_use]
    pub fn permission_claims<N: Into<String>>(
        mut self,
        names: impl IntoIterator<Item = N>,
    ) -> Self {
        self.names.permissions = collect(names);
        self
    }

    /// The claims that carry OAuth scopes. Default `scope` and `scp`.
    #[must_use]
    pub fn scope_claims<N: Into<String>>(mut self, names: impl IntoIterator<Item = N>) -> Self {
        self.names.scopes = collect(names);
        self
    }

    /// The protected area that this scheme's challenge names, instead of the instance's.
    #[must_use]
    pub fn realm(mut self, realm: impl Into<String>) -> Self {
        self.realm = Some(realm.into());
        self
    }

    /// How many verified tokens are remembered, so that they cost no signature when they come
    /// again; [`TokenCache::off`] for none.
    #[must_use]
    pub fn token_cache(mut self, cache: TokenCache) -> Self {
        self.cache = cache;
        self
    }

    /// The way to what weakens the scheme.
    #[must_use]
    pub fn dangerous(self) -> Dangerous<Self> {
        Dangerous(self)
    }
}

/// A scheme whose rules may be weakened: each method says which one, and returns the scheme.
#[derive(Clone, Debug)]
pub struct Dangerous<T>(T);

impl Dangerous<JwtBearer> {
    /// Accepts tokens that were issued for anybody: a token that another service was given
    /// then works here too (RFC 8725 §2.8).
    #[must_use]
    pub fn accept_any_audience(mut self) -> JwtBearer {
        self.0.any_audience = true;
        self.0
    }

    /// Accepts tokens of whatever issuer, if the signature holds, although `.issuer` is set
    /// for signing.
    #[must_use]
    pub fn accept_any_issuer(mut self) -> JwtBearer {
        self.0.any_issuer = true;
        self.0
    }
}

fn collect<N: Into<String>>(names: impl IntoIterator<Item = N>) -> Vec<String> {
    names.into_iter().map(Into::into).collect()
}
