//! Keys, and the cryptography behind them: `jsonwebtoken`'s verifiers and signers, reached
//! directly. Its process-wide default provider is never asked, since it panics when the
//! program has compiled in two of them, or none.

use std::error::Error;
use std::fmt;

use jsonwebtoken::crypto::CryptoProvider;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey};
use zeroize::Zeroizing;

static PROVIDER: &CryptoProvider = &jsonwebtoken::crypto::aws_lc::DEFAULT_PROVIDER;

/// The bytes that an HMAC key must have at least: as many as the hash (RFC 7518 §3.2).
const HS256_MIN_BYTES: usize = 32;

/// An algorithm, and its name in `alg`.
#[derive(Clone, Copy, Debug)]
struct Jws {
    algorithm: Algorithm,
    name: &'static str,
}

/// RFC 7518 §3.2
const HS256: Jws = Jws { algorithm: Algorithm::HS256, name: "HS256" };

/// A shared secret as it was configured.
#[derive(Clone)]
pub(super) struct Secret(Zeroizing<Vec<u8>>);

/// A key that verifies tokens of exactly one algorithm.
#[derive(Clone)]
pub(super) struct VerifyingKey {
    jws: Jws,
    key: DecodingKey,
    /// The only `kid` that may select it; `None` if it was given none.
    id: Option<String>,
}

/// A key that signs tokens with exactly one algorithm.
#[derive(Clone)]
pub(crate) struct SigningKey {
    jws: Jws,
    key: EncodingKey,
    id: String,
}

impl Secret {
    pub(super) fn new(secret: &[u8]) -> Self {
        Self(Zeroizing::new(secret.to_vec()))
    }

    /// What is wrong with the secret as a key for HS256.
    pub(super) fn fault(&self) -> Option<String> {
        let length = self.0.len();
        let have = match length {
            0 => "is empty".to_owned(),
            _ if length < HS256_MIN_BYTES => format!("has only {length} bytes"),
            _ => return None,
        };
        Some(format!(
            "the HS256 key {have}; it needs at least {HS256_MIN_BYTES} bytes (RFC 7518 §3.2), such as \
             `openssl rand -base64 48` prints"
        ))
    }

    /// The pair of keys for HS256.
    ///
    /// # Errors
    ///
    /// If the cryptography refuses the secret.
    pub(super) fn hs256(
        &self,
        id: Option<String>,
    ) -> Result<(VerifyingKey, SigningKey), Box<dyn Error + Send + Sync>> {
        let key = EncodingKey::from_secret(&self.0);
        let mut signing = SigningKey { jws: HS256, key, id: String::new() };
        signing.id = match &id {
            Some(id) => id.clone(),
            // As telling as any token that the key has signed: not more.
            None => signing.sign(b"portcullis kid")?.chars().take(16).collect(),
        };
        let key = DecodingKey::from_secret(&self.0);
        Ok((VerifyingKey { jws: HS256, key, id }, signing))
    }
}

impl VerifyingKey {
    /// The `alg` that a token must name to be verified by this key.
    pub(super) fn algorithm(&self) -> &'static str {
        self.jws.name
    }

    /// Whether a token with this `kid`, or none, may be verified by this key.
    pub(super) fn is_selected_by(&self, kid: Option<&str>) -> bool {
        match (&self.id, kid) {
            (Some(own), Some(kid)) => own == kid,
            (None, _) | (Some(_), None) => true,
        }
    }

    /// Whether this is the key's signature of the message. In constant time for a given
    /// length.
    pub(super) fn verifies(&self, message: &[u8], signature: &Vec<u8>) -> bool {
        let verifier = (PROVIDER.verifier_factory)(&self.jws.algorithm, &self.key);
        verifier.is_ok_and(|verifier| verifier.verify(message, signature).is_ok())
    }
}

impl SigningKey {
    pub(crate) fn algorithm(&self) -> &'static str {
        self.jws.name
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
        let signer = (PROVIDER.signer_factory)(&self.jws.algorithm, &self.key)?;
        let signature = signer.try_sign(message)?;
        Ok(super::accept::encode(&signature))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(..)")
    }
}

impl fmt::Debug for VerifyingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("VerifyingKey").field("algorithm", &self.jws.name).finish_non_exhaustive()
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SigningKey").field("algorithm", &self.jws.name).finish_non_exhaustive()
    }
}
