//! The keys, one for each algorithm.

use jsonwebtoken::{DecodingKey, EncodingKey};

/// An algorithm, and the key for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keys {
    Hs256,
    Rs256,
    Es256,
    EdDsa,
}

pub(crate) const SECRET: &[u8] = b"forty bytes that only the servers know!!";
const RSA: &str = include_str!("../../../../tests/keys/rsa2048.pem");
const RSA_PUBLIC: &str = include_str!("../../../../tests/keys/rsa2048.pub.pem");
const P256: &str = include_str!("../../../../tests/keys/p256.pem");
const P256_PUBLIC: &str = include_str!("../../../../tests/keys/p256.pub.pem");
const ED25519: &str = include_str!("../../../../tests/keys/ed25519.pem");
const ED25519_PUBLIC: &str = include_str!("../../../../tests/keys/ed25519.pub.pem");

impl Keys {
    pub(crate) const ALL: [Self; 4] = [Self::Hs256, Self::Rs256, Self::Es256, Self::EdDsa];

    pub(crate) fn algorithm(self) -> jsonwebtoken::Algorithm {
        match self {
            Self::Hs256 => jsonwebtoken::Algorithm::HS256,
            Self::Rs256 => jsonwebtoken::Algorithm::RS256,
            Self::Es256 => jsonwebtoken::Algorithm::ES256,
            Self::EdDsa => jsonwebtoken::Algorithm::EdDSA,
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Hs256 => "HS256",
            Self::Rs256 => "RS256",
            Self::Es256 => "ES256",
            Self::EdDsa => "EdDSA",
        }
    }

    /// What a server verifies with, in PEM; no secret is one.
    pub(crate) fn public_pem(self) -> &'static str {
        match self {
            Self::Hs256 => "",
            Self::Rs256 => RSA_PUBLIC,
            Self::Es256 => P256_PUBLIC,
            Self::EdDsa => ED25519_PUBLIC,
        }
    }

    /// For `jsonwebtoken`.
    pub(crate) fn decoding(self) -> DecodingKey {
        let pem = self.public_pem().as_bytes();
        let key = match self {
            Self::Hs256 => Ok(DecodingKey::from_secret(SECRET)),
            Self::Rs256 => DecodingKey::from_rsa_pem(pem),
            Self::Es256 => DecodingKey::from_ec_pem(pem),
            Self::EdDsa => DecodingKey::from_ed_pem(pem),
        };
        key.expect("the keys are sound")
    }

    /// For Portcullis.
    pub(crate) fn portcullis(self) -> portcullis::Key {
        use portcullis::{Algorithm, Key};
        match self {
            Self::Hs256 => Key::secret(Algorithm::Hs256, SECRET),
            Self::Rs256 => Key::pem(Algorithm::Rs256, self.public_pem()),
            Self::Es256 => Key::pem(Algorithm::Es256, self.public_pem()),
            Self::EdDsa => Key::pem(Algorithm::EdDsa, self.public_pem()),
        }
    }

    /// What the issuer signs with.
    pub(super) fn encoding(self) -> EncodingKey {
        let key = match self {
            Self::Hs256 => Ok(EncodingKey::from_secret(SECRET)),
            Self::Rs256 => EncodingKey::from_rsa_pem(RSA.as_bytes()),
            Self::Es256 => EncodingKey::from_ec_pem(P256.as_bytes()),
            Self::EdDsa => EncodingKey::from_ed_pem(ED25519.as_bytes()),
        };
        key.expect("the keys are sound")
    }
}
