//! The keys of the schemes, and their signatures by other crates than the library's.

use ed25519_dalek::{Signature, Signer, SigningKey};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Sha256, Sha512};

use super::base64url;

/// The secrets; texts, so that a search for them finds them in answers.
pub(crate) const SECRETS: [&str; 3] = [
    "a secret that is forty bytes long, or so",
    "another secret, of an older key, fifty!!",
    "a third secret that is long enough for the hash of SHA-512, 64+ bytes!",
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    /// HMAC with SHA-256, and one of the secrets.
    Hs256(usize),
    /// HMAC with SHA-512, and one of the secrets.
    Hs512(usize),
    /// Of the pair below.
    Ed25519,
}

impl Key {
    /// The `alg` of tokens that it signs.
    pub(crate) fn algorithm(self) -> &'static str {
        match self {
            Self::Hs256(_) => "HS256",
            Self::Hs512(_) => "HS512",
            Self::Ed25519 => "EdDSA",
        }
    }

    pub(crate) fn sign(self, message: &[u8]) -> Vec<u8> {
        match self {
            Self::Hs256(secret) => hs256(SECRETS[secret].as_bytes(), message),
            Self::Hs512(secret) => {
                let mut mac = Hmac::<Sha512>::new_from_slice(SECRETS[secret].as_bytes())
                    .expect("HMAC takes keys of every length");
                mac.update(message);
                mac.finalize().into_bytes().to_vec()
            }
            Self::Ed25519 => pair().sign(message).to_bytes().to_vec(),
        }
    }

    pub(crate) fn verifies(self, message: &[u8], signature: &[u8]) -> bool {
        match self {
            Self::Hs256(_) | Self::Hs512(_) => self.sign(message) == signature,
            Self::Ed25519 => Signature::from_slice(signature).is_ok_and(|signature| {
                pair().verifying_key().verify_strict(message, &signature).is_ok()
            }),
        }
    }
}

/// HMAC with SHA-256.
pub(crate) fn hs256(secret: &[u8], message: &[u8]) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).expect("HMAC takes keys of every length");
    mac.update(message);
    mac.finalize().into_bytes().to_vec()
}

fn pair() -> SigningKey {
    SigningKey::from_bytes(&[7; 32])
}

/// The public half of the pair: `x` of its JWK, and what a confused server would take for a
/// shared secret.
pub(crate) fn public() -> String {
    base64url::encode(pair().verifying_key().as_bytes())
}

/// The same as bytes.
pub(crate) fn public_bytes() -> [u8; 32] {
    pair().verifying_key().to_bytes()
}
