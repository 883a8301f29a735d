//! Keys at work.

use std::error::Error;
use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::SystemTime;

use jsonwebtoken::EncodingKey;

use super::super::accept::encode;
use super::super::algorithm::Algorithm;
use super::export::Jwk;
use super::headers::Headers;
use super::provider::PROVIDER;
use super::public::Public;
use super::verifier::Verifier;

/// A key that verifies tokens of exactly one algorithm, until it is retired or its time is over.
pub(in super::super) struct VerifyingKey {
    algorithm: Algorithm,
    verifier: Verifier,
    /// The only `kid` that may select it; `None` if it was given none.
    id: Option<String>,
    public: Option<Exported>,
    /// It verifies no longer from then on.
    until: Option<SystemTime>,
    /// INVARIANT: never false again.
    retired: AtomicBool,
    headers: Headers,
}

/// What is public of a key that is not a shared secret.
#[derive(Clone, PartialEq, Eq)]
struct Exported {
    jwk: Jwk,
    /// Of an RSA key.
    modulus: Option<Vec<u8>>,
}

/// A key that signs tokens with exactly one algorithm.
#[derive(Clone)]
pub(crate) struct SigningKey {
    algorithm: Algorithm,
    key: EncodingKey,
    id: String,
}

impl VerifyingKey {
    pub(super) fn hmac(algorithm: Algorithm, secret: &[u8], id: Option<String>) -> Self {
        Self::new(algorithm, Verifier::hmac(algorithm, secret), id, None)
    }

    pub(super) fn public(
        algorithm: Algorithm,
        public: &Public,
        id: Option<String>,
    ) -> Result<Self, String> {
        let modulus = match public {
            Public::Rsa { n, .. } => Some(n.clone()),
            Public::Ec { .. } | Public::Ed25519 { .. } => None,
        };
        let exported = Exported { jwk: public.jwk(algorithm, id.as_deref())?, modulus };
        Ok(Self::new(algorithm, Verifier::public(algorithm, public)?, id, Some(exported)))
    }

    fn new(
        algorithm: Algorithm,
        verifier: Verifier,
        id: Option<String>,
        public: Option<Exported>,
    ) -> Self {
        let (headers, retired) = (Headers::default(), AtomicBool::new(false));
        Self { algorithm, verifier, id, public, until: None, retired, headers }
    }

    #[cfg(test)]
    pub(in super::super) fn for_tests(algorithm: Algorithm) -> Self {
        Self::hmac(algorithm, &[7; 32], None)
    }

    /// The same key, for tokens that come before this time.
    #[allow(dead_code, reason = "only key sets that are read again replace keys")]
    pub(in super::super) fn verifying_until(mut self, until: SystemTime) -> Self {
        self.until = Some(until);
        self
    }

    /// From when on it verifies no longer.
    pub(in super::super) fn until(&self) -> Option<SystemTime> {
        self.until
    }

    /// From now on it verifies nothing, for whoever holds it, for good.
    #[allow(dead_code, reason = "only key sets that are read again replace keys")]
    pub(in super::super) fn retire(&self) {
        self.retired.store(true, Ordering::Release);
    }

    /// Whether nothing that it has verified may be relied on any more.
    pub(in super::super) fn is_retired(&self) -> bool {
        self.retired.load(Ordering::Acquire)
    }

    /// Whether it may verify at a time.
    pub(in super::super) fn is_in_use(&self, now: SystemTime) -> bool {
        !self.is_retired() && self.until.is_none_or(|until| now < until)
    }

    /// Whether it verifies the same tokens for the same time, as when a key set is read again.
    #[allow(dead_code, reason = "only key sets that are read again replace keys")]
    pub(in super::super) fn is_the_same(&self, other: &Self) -> bool {
        let alike = self.algorithm == other.algorithm
            && self.id == other.id
            && self.until == other.until
            && self.public == other.public;
        alike && (self.public.is_some() || self.is_the_same_secret(other))
    }

    /// The key for others, if it is not a shared secret.
    pub(in super::super) fn jwk(&self) -> Option<&Jwk> {
        self.public.as_ref().map(|public| &public.jwk)
    }

    /// Whether this is the same shared secret for the same algorithm.
    pub(in super::super) fn is_the_same_secret(&self, other: &Self) -> bool {
        let (None, None) = (&self.public, &other.public) else { return false };
        if self.algorithm != other.algorithm {
            return false;
        }
        let tag = other.verifier.tag(b"portcullis");
        tag.is_some_and(|tag| self.verifies(b"portcullis", &tag))
    }

    /// The `alg` that a token must name to be verified by this key.
    pub(in super::super) fn algorithm(&self) -> Algorithm {
        self.algorithm
    }

    /// The `kid` that it was given.
    pub(in super::super) fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// Whether a token with this `kid`, or none, may be verified by this key.
    pub(in super::super) fn is_selected_by(&self, kid: Option<&str>) -> bool {
        match (&self.id, kid) {
            (Some(own), Some(kid)) => own == kid,
            (None, _) | (Some(_), None) => true,
        }
    }

    /// Whether this is the key's signature of the message. In constant time for a given
    /// length where the key is a secret.
    pub(in super::super) fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        // A number below the modulus, of as many bytes (RFC 8017 §5.2.2, §8.1.2): not every
        // cryptography looks, and signatures would be malleable.
        let modulus = self.public.as_ref().and_then(|public| public.modulus.as_ref());
        if modulus.is_some_and(|n| signature.len() != n.len() || signature >= n.as_slice()) {
            return false;
        }
        self.verifier.verifies(message, signature)
    }

    /// Whether tokens with this header, in base64url, may be verified by this key: it is good,
    /// and the key was selected by it before.
    pub(in super::super) fn knows_header(&self, header: &[u8]) -> bool {
        self.headers.know(header)
    }

    /// Remembers the header of a token that this key has verified.
    pub(in super::super) fn remember_header(&self, header: &[u8]) {
        self.headers.remember(header);
    }
}

impl SigningKey {
    /// Without an id it is one that tells of the key what any token does that it has signed.
    pub(super) fn hmac(
        algorithm: Algorithm,
        secret: &[u8],
        id: Option<String>,
    ) -> Result<Self, String> {
        let key = EncodingKey::from_secret(secret);
        let mut signing = Self { algorithm, key, id: id.clone().unwrap_or_default() };
        if id.is_none() {
            let derived = signing.sign(b"portcullis kid");
            let derived = derived.map_err(|error| format!("the key cannot sign: {error}"))?;
            signing.id = derived.chars().take(16).collect();
        }
        Ok(signing)
    }

    pub(super) fn private(algorithm: Algorithm, key: EncodingKey, id: String) -> Self {
        Self { algorithm, key, id }
    }

    pub(crate) fn algorithm(&self) -> &'static str {
        self.algorithm.name()
    }

    /// The `kid` of tokens that it signs.
    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    /// The signature of a message, in base64url.
    ///
    /// # Errors
    ///
    /// If the cryptography fails.
    pub(crate) fn sign(&self, message: &[u8]) -> Result<String, Box<dyn Error + Send + Sync>> {
        Ok(encode(&self.signature(message)?))
    }

    pub(super) fn signature(
        &self,
        message: &[u8],
    ) -> Result<Vec<u8>, Box<dyn Error + Send + Sync>> {
        let signer = (PROVIDER.signer_factory)(&self.algorithm.jws(), &self.key)?;
        Ok(signer.try_sign(message)?)
    }
}

impl fmt::Debug for VerifyingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("VerifyingKey").field("algorithm", &self.algorithm).finish_non_exhaustive()
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SigningKey").field("algorithm", &self.algorithm).finish_non_exhaustive()
    }
}
