//! `JwtBearer` as the developer writes it.

use std::time::Duration;

use super::accept::Acceptance;
use super::key::Secret;
use super::read::ClaimNames;
use super::scheme::JwtScheme;
use crate::principal::SCHEME_ISSUER;
use crate::problem::Problem;
use crate::scheme::{Challenge, IntoScheme, Prepared, Setup};
use crate::tokens::Issuer;

const LEEWAY: Duration = Duration::from_secs(30);
const MAX_LEEWAY: Duration = Duration::from_secs(300);
const MAX_TOKEN_BYTES: usize = 8 * 1024;
const MOST_TOKEN_BYTES: usize = 64 * 1024;

/// Recognizes callers by JSON Web Tokens in `Authorization: Bearer` (RFC 6750 §2.1, RFC 7519),
/// and signs such tokens: see [`Tokens`](crate::Tokens).
///
/// Strict: see the crate's documentation for every rule that a token must keep.
#[derive(Clone, Debug)]
pub struct JwtBearer {
    secret: Secret,
    key_id: Option<String>,
    issuers: Vec<String>,
    audiences: Vec<String>,
    any_issuer: bool,
    any_audience: bool,
    leeway: Duration,
    max_age: Option<Duration>,
    max_token_bytes: usize,
    names: ClaimNames,
    realm: Option<String>,
}

impl JwtBearer {
    /// Tokens signed with HMAC and SHA-256. The secret has at least 32 bytes of chance.
    #[must_use]
    pub fn hs256(secret: impl AsRef<[u8]>) -> Self {
        Self {
            secret: Secret::new(secret.as_ref()),
            key_id: None,
            issuers: Vec::new(),
            audiences: Vec::new(),
            any_issuer: false,
            any_audience: false,
            leeway: LEEWAY,
            max_age: None,
            max_token_bytes: MAX_TOKEN_BYTES,
            names: ClaimNames::default(),
            realm: None,
        }
    }

    /// The issuer: demanded as `iss` of every token (RFC 7519 §4.1.1), and written into
    /// tokens that are signed here.
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

    /// The key's `kid`: written into tokens that are signed here, and demanded of tokens that
    /// name one (RFC 7515 §4.1.4). Without it, tokens that are signed here name one that is
    /// derived from the key, and those that come may name any.
    #[must_use]
    pub fn key_id(mut self, id: impl Into<String>) -> Self {
        self.key_id = Some(id.into());
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

    /// The way to what weakens the scheme.
    #[must_use]
    pub fn dangerous(self) -> Dangerous<Self> {
        Dangerous(self)
    }

    fn check(&self) -> Vec<Problem> {
        let mut faults = Vec::from_iter(self.secret.fault());
        let mut refuse = |wrong: bool, fault: &str| wrong.then(|| faults.push(fault.to_owned()));
        let names = [&self.names.roles, &self.names.permissions, &self.names.scopes];
        let mut texts = self.issuers.iter().chain(&self.audiences).chain(&self.key_id);
        refuse(self.issuers.len() > 1, "`.issuer` is given more than once; one key has one issuer");
        refuse(
            texts.any(|text| text.trim().is_empty()),
            "the issuer, an audience or the key's id is empty; leave the call out instead",
        );
        refuse(
            self.issuers.iter().any(|issuer| issuer.starts_with(SCHEME_ISSUER)),
            "the issuer begins with `urn:portcullis:scheme:`, which stands for schemes without one",
        );
        refuse(
            self.names.subject.is_empty() || names.iter().any(|names| names.is_empty()),
            "a kind of claims has no name to be read from",
        );
        refuse(self.leeway > MAX_LEEWAY, "the leeway is longer than 5 minutes");
        refuse(
            self.max_token_bytes == 0 || self.max_token_bytes > MOST_TOKEN_BYTES,
            "`.max_token_bytes` is not between 1 and 65536",
        );
        faults.into_iter().map(Problem::new).collect()
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

impl IntoScheme for JwtBearer {
    fn into_scheme(self, setup: &Setup) -> Result<Prepared, Vec<Problem>> {
        let problems = self.check();
        if !problems.is_empty() {
            return Err(problems);
        }
        let keys = self.secret.hs256(self.key_id.clone());
        let (verifying, signing) =
            keys.map_err(|error| vec![Problem::new(format!("the key cannot be used: {error}"))])?;
        let issuer = Issuer {
            key: signing,
            issuer: self.issuers.first().cloned(),
            audience: self.audiences.first().cloned(),
            names: self.names.clone(),
        };
        let acceptance = Acceptance {
            keys: vec![verifying],
            issuer: self.issuers.into_iter().next().filter(|_| !self.any_issuer),
            audiences: self.audiences,
            any_audience: self.any_audience,
            leeway: self.leeway,
            max_age: self.max_age,
            max_token_bytes: self.max_token_bytes,
        };
        let challenge = self.realm.into_iter().fold(Challenge::bearer(), Challenge::realm);
        let setup = setup.clone();
        let scheme = JwtScheme { acceptance, names: self.names, challenge, setup };
        Ok(Prepared::new(scheme).issuing(issuer))
    }
}

fn collect<N: Into<String>>(names: impl IntoIterator<Item = N>) -> Vec<String> {
    names.into_iter().map(Into::into).collect()
}
