//! Signatures checked by aws-lc-rs.

use aws_lc_rs::hmac::{self, HMAC_SHA256, HMAC_SHA384, HMAC_SHA512};
use aws_lc_rs::signature::{self as aws, ParsedPublicKey, RsaParameters, RsaPublicKeyComponents};

use super::super::super::algorithm::{Algorithm, Family};
use super::super::public::Public;

/// A prepared key.
pub(in super::super) enum Verifier {
    Secret(Box<hmac::Key>),
    Public(ParsedPublicKey),
}

impl Verifier {
    pub(in super::super) fn hmac(algorithm: Algorithm, secret: &[u8]) -> Self {
        let hash = match algorithm {
            Algorithm::Hs384 => HMAC_SHA384,
            Algorithm::Hs512 => HMAC_SHA512,
            _ => HMAC_SHA256,
        };
        Self::Secret(Box::new(hmac::Key::new(hash, secret)))
    }

    pub(in super::super) fn public(algorithm: Algorithm, public: &Public) -> Result<Self, String> {
        let unreadable = |_| "the key cannot be read".to_owned();
        let parsed = match public {
            Public::Rsa { n, e } => {
                let key = RsaPublicKeyComponents { n, e };
                let parsed = key.to_parsed_public_key(rsa(algorithm)?);
                return parsed.map(Self::Public).map_err(|_| "the key cannot be read".to_owned());
            }
            Public::Ec { x, y, .. } => {
                let point = [&[4], x.as_slice(), y].concat();
                match algorithm.family() {
                    Family::Ec { bytes: 48, .. } => {
                        ParsedPublicKey::new(&aws::ECDSA_P384_SHA384_FIXED, point)
                    }
                    _ => ParsedPublicKey::new(&aws::ECDSA_P256_SHA256_FIXED, point),
                }
            }
            Public::Ed25519 { x } => ParsedPublicKey::new(&aws::ED25519, x),
        };
        parsed.map(Self::Public).map_err(unreadable)
    }

    /// Whether this is the signature of the message; in constant time for a given length where
    /// the key is a secret.
    pub(in super::super) fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        match self {
            Self::Secret(key) => hmac::verify(key, message, signature).is_ok(),
            Self::Public(key) => key.verify_sig(message, signature).is_ok(),
        }
    }

    /// What the secret makes of a message; `None` if it is none.
    pub(in super::super) fn tag(&self, message: &[u8]) -> Option<Vec<u8>> {
        match self {
            Self::Secret(key) => Some(hmac::sign(key, message).as_ref().to_vec()),
            Self::Public(_) => None,
        }
    }
}

fn rsa(algorithm: Algorithm) -> Result<&'static RsaParameters, String> {
    match algorithm {
        Algorithm::Rs256 => Ok(&aws::RSA_PKCS1_2048_8192_SHA256),
        Algorithm::Rs384 => Ok(&aws::RSA_PKCS1_2048_8192_SHA384),
        Algorithm::Rs512 => Ok(&aws::RSA_PKCS1_2048_8192_SHA512),
        Algorithm::Ps256 => Ok(&aws::RSA_PSS_2048_8192_SHA256),
        Algorithm::Ps384 => Ok(&aws::RSA_PSS_2048_8192_SHA384),
        Algorithm::Ps512 => Ok(&aws::RSA_PSS_2048_8192_SHA512),
        other => Err(format!("{} takes no RSA key", other.name())),
    }
}
