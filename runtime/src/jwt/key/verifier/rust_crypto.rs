//! Signatures checked by the RustCrypto crates.

use hmac::digest::InvalidLength;
use hmac::{Hmac, Mac};
use jsonwebtoken::DecodingKey;
use sha2::{Sha256, Sha384, Sha512};

use super::super::super::algorithm::Algorithm;
use super::super::provider::PROVIDER;
use super::super::public::Public;

/// A prepared key.
#[expect(clippy::large_enum_variant, reason = "there are few keys, and HMAC is the hot one")]
pub(in super::super) enum Verifier {
    Sha256(Hmac<Sha256>),
    Sha384(Hmac<Sha384>),
    Sha512(Hmac<Sha512>),
    /// Parsed for each token, which is little beside what its signature costs here.
    Public(Algorithm, DecodingKey),
    /// Verifies nothing.
    Unusable,
}

impl Verifier {
    pub(in super::super) fn hmac(algorithm: Algorithm, secret: &[u8]) -> Self {
        let made: Result<Self, InvalidLength> = match algorithm {
            Algorithm::Hs384 => Hmac::new_from_slice(secret).map(Self::Sha384),
            Algorithm::Hs512 => Hmac::new_from_slice(secret).map(Self::Sha512),
            _ => Hmac::new_from_slice(secret).map(Self::Sha256),
        };
        // HMAC takes secrets of every length.
        made.unwrap_or(Self::Unusable)
    }

    pub(in super::super) fn public(algorithm: Algorithm, public: &Public) -> Result<Self, String> {
        Ok(Self::Public(algorithm, public.decoding_key()?))
    }

    /// Whether this is the signature of the message; in constant time for a given length where
    /// the key is a secret.
    pub(in super::super) fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        match self {
            Self::Sha256(key) => holds(key.clone(), message, signature),
            Self::Sha384(key) => holds(key.clone(), message, signature),
            Self::Sha512(key) => holds(key.clone(), message, signature),
            Self::Public(algorithm, key) => {
                let verifier = (PROVIDER.verifier_factory)(&algorithm.jws(), key);
                verifier.is_ok_and(|one| one.verify(message, &signature.to_vec()).is_ok())
            }
            Self::Unusable => false,
        }
    }

    /// What the secret makes of a message; `None` if it is none.
    pub(in super::super) fn tag(&self, message: &[u8]) -> Option<Vec<u8>> {
        match self {
            Self::Sha256(key) => Some(tag(key.clone(), message)),
            Self::Sha384(key) => Some(tag(key.clone(), message)),
            Self::Sha512(key) => Some(tag(key.clone(), message)),
            Self::Public(..) | Self::Unusable => None,
        }
    }
}

fn holds(mut key: impl Mac, message: &[u8], signature: &[u8]) -> bool {
    key.update(message);
    key.verify_slice(signature).is_ok()
}

fn tag(mut key: impl Mac, message: &[u8]) -> Vec<u8> {
    key.update(message);
    key.finalize().into_bytes().to_vec()
}
