//! Keys as the developer gives them, and as they verify and sign.

mod container;
mod ed25519;
mod export;
mod headers;
mod jwk;
mod pem;
mod provider;
mod public;
mod ring;
mod verifier;
mod working;

use std::fmt;

use zeroize::Zeroizing;

use super::algorithm::{Algorithm, Family};
pub(super) use export::Jwk;
pub use export::KeySet;
use public::Public;
pub(super) use ring::KeyRing;
pub(crate) use working::SigningKey;
pub(super) use working::VerifyingKey;

/// A key for tokens, not yet looked at: what is wrong with it, start-up tells.
///
/// A private key verifies and signs, a public one verifies.
#[derive(Clone)]
pub struct Key {
    algorithm: Option<Algorithm>,
    material: Material,
    id: Option<String>,
}

#[derive(Clone)]
enum Material {
    Secret(Zeroizing<Vec<u8>>),
    Pem(Zeroizing<Vec<u8>>),
    Der(Zeroizing<Vec<u8>>),
    Jwk(Zeroizing<String>),
}

/// A key that was found sound.
pub(super) struct Sound {
    pub(super) verifying: VerifyingKey,
    pub(super) signing: Option<SigningKey>,
}

impl Key {
    /// A shared secret, for the HMAC algorithms: at least as many bytes as the hash has.
    #[must_use]
    pub fn secret(algorithm: Algorithm, secret: impl AsRef<[u8]>) -> Self {
        Self::new(Some(algorithm), Material::Secret(Zeroizing::new(secret.as_ref().to_vec())))
    }

    /// A private (PKCS #8, or PKCS #1 for RSA) or public (SPKI, or PKCS #1) key in PEM, for the
    /// RSA, ECDSA and EdDSA algorithms.
    #[must_use]
    pub fn pem(algorithm: Algorithm, pem: impl AsRef<[u8]>) -> Self {
        Self::new(Some(algorithm), Material::Pem(Zeroizing::new(pem.as_ref().to_vec())))
    }

    /// A private (PKCS #8) or public (SPKI) key in DER.
    #[must_use]
    pub fn der(algorithm: Algorithm, der: impl AsRef<[u8]>) -> Self {
        Self::new(Some(algorithm), Material::Der(Zeroizing::new(der.as_ref().to_vec())))
    }

    /// A public key, or a shared secret, as a JSON Web Key (RFC 7517). It names its algorithm,
    /// unless its curve does, and may name its id.
    #[must_use]
    pub fn jwk(json: impl Into<String>) -> Self {
        Self::new(None, Material::Jwk(Zeroizing::new(json.into())))
    }

    /// The `kid` by which tokens select this key (RFC 7515 §4.1.4).
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    fn new(algorithm: Option<Algorithm>, material: Material) -> Self {
        Self { algorithm, material, id: None }
    }

    /// Looks at the key.
    ///
    /// # Errors
    ///
    /// What is wrong with it, without a word of it.
    pub(super) fn examine(&self) -> Result<Sound, String> {
        match &self.material {
            Material::Jwk(json) => jwk::read(json, self.id.clone()),
            Material::Secret(secret) => self.hmac(secret),
            Material::Pem(text) => pem::read(self.asymmetric()?, text, self.id.clone()),
            Material::Der(bytes) => pem::read_der(self.asymmetric()?, bytes, self.id.clone()),
        }
    }

    fn hmac(&self, secret: &[u8]) -> Result<Sound, String> {
        let algorithm = self.algorithm.unwrap_or(Algorithm::Hs256);
        match algorithm.family() {
            Family::Hmac { .. } => Sound::hmac(algorithm, secret, self.id.clone()),
            _ => Err(format!("{} takes no shared secret; use `Key::pem`", algorithm.name())),
        }
    }

    fn asymmetric(&self) -> Result<Algorithm, String> {
        let algorithm = self.algorithm.unwrap_or(Algorithm::Hs256);
        match algorithm.family() {
            Family::Hmac { .. } => {
                Err(format!("{} takes a shared secret; use `Key::secret`", algorithm.name()))
            }
            _ => Ok(algorithm),
        }
    }
}

impl Sound {
    /// A shared secret verifies and signs.
    fn hmac(algorithm: Algorithm, secret: &[u8], id: Option<String>) -> Result<Self, String> {
        let least = match algorithm.family() {
            Family::Hmac { least_bytes } => least_bytes,
            _ => usize::MAX,
        };
        if secret.windows(11).any(|bytes| bytes == b"-----BEGIN ") || secret.starts_with(b"ssh-") {
            // Whoever has the public key could sign (RFC 8725 §2.1).
            return Err("the shared secret is a PEM or SSH key; use `Key::pem`".to_owned());
        }
        let have = match secret.len() {
            0 => "is empty".to_owned(),
            length if length < least => format!("has only {length} bytes"),
            _ => {
                let verifying = VerifyingKey::hmac(algorithm, secret, id.clone());
                let signing = SigningKey::hmac(algorithm, secret, id)?;
                return Ok(Self { verifying, signing: Some(signing) });
            }
        };
        let name = algorithm.name();
        Err(format!(
            "the {name} key {have}; it needs at least {least} bytes (RFC 7518 §3.2), such as \
             `openssl rand -base64 {}` prints",
            least + least / 2
        ))
    }

    fn public(algorithm: Algorithm, public: &Public, id: Option<String>) -> Result<Self, String> {
        public.check(algorithm)?;
        Ok(Self { verifying: VerifyingKey::public(algorithm, public, id)?, signing: None })
    }
}

/// Says that there is a key, and nothing of it.
impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Key")
            .field("algorithm", &self.algorithm)
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}
