//! The keys of the schemes, each of one algorithm.

use jsonwebtoken::EncodingKey;
use portcullis::{Algorithm, Key};

/// An algorithm, and the key for it.
#[derive(Clone, Copy, Debug)]
pub enum Keys {
    Hs256,
    Rs256,
    Es256,
    EdDsa,
}

const SECRET: &[u8] = b"forty bytes that only the servers know!!";
const RSA: &[u8] = include_bytes!("../../../tests/keys/rsa2048.pem");
const P256: &[u8] = include_bytes!("../../../tests/keys/p256.pem");
const ED25519: &[u8] = include_bytes!("../../../tests/keys/ed25519.pem");

impl Keys {
    pub const ALL: [Self; 4] = [Self::Hs256, Self::Rs256, Self::Es256, Self::EdDsa];

    pub fn algorithm(self) -> Algorithm {
        match self {
            Self::Hs256 => Algorithm::Hs256,
            Self::Rs256 => Algorithm::Rs256,
            Self::Es256 => Algorithm::Es256,
            Self::EdDsa => Algorithm::EdDsa,
        }
    }

    /// The key as a server is given it.
    pub fn key(self) -> Key {
        let algorithm = self.algorithm();
        match self {
            Self::Hs256 => Key::secret(algorithm, SECRET),
            Self::Rs256 => Key::pem(algorithm, RSA),
            Self::Es256 => Key::pem(algorithm, P256),
            Self::EdDsa => Key::pem(algorithm, ED25519),
        }
    }

    /// The signature of a message, in base64url.
    pub fn sign(self, message: &str) -> String {
        let (algorithm, key) = match self {
            Self::Hs256 => (jsonwebtoken::Algorithm::HS256, Ok(EncodingKey::from_secret(SECRET))),
            Self::Rs256 => (jsonwebtoken::Algorithm::RS256, EncodingKey::from_rsa_pem(RSA)),
            Self::Es256 => (jsonwebtoken::Algorithm::ES256, EncodingKey::from_ec_pem(P256)),
            Self::EdDsa => (jsonwebtoken::Algorithm::EdDSA, EncodingKey::from_ed_pem(ED25519)),
        };
        let key = key.expect("the keys are sound");
        jsonwebtoken::crypto::sign(message.as_bytes(), &key, algorithm).expect("it can sign")
    }
}
