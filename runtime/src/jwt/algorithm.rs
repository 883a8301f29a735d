//! The signature algorithms of RFC 7518 §3.1 and RFC 8037 §3.1 that keys can be for.

use jsonwebtoken::Algorithm as Jws;

/// A signature algorithm. A key is for exactly one, and so is every token (RFC 8725 §3.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Algorithm {
    /// HMAC with SHA-256
    Hs256,
    /// HMAC with SHA-384
    Hs384,
    /// HMAC with SHA-512
    Hs512,
    /// RSASSA-PKCS1-v1_5 with SHA-256
    Rs256,
    /// RSASSA-PKCS1-v1_5 with SHA-384
    Rs384,
    /// RSASSA-PKCS1-v1_5 with SHA-512
    Rs512,
    /// RSASSA-PSS with SHA-256
    Ps256,
    /// RSASSA-PSS with SHA-384
    Ps384,
    /// RSASSA-PSS with SHA-512
    Ps512,
    /// ECDSA on P-256 with SHA-256
    Es256,
    /// ECDSA on P-384 with SHA-384
    Es384,
    /// EdDSA on Ed25519
    EdDsa,
}

/// What kind of key an algorithm takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    /// A shared secret of at least so many bytes: as many as the hash has (RFC 7518 §3.2).
    Hmac {
        least_bytes: usize,
    },
    Rsa,
    /// On the curve of this name, whose coordinates have so many bytes.
    Ec {
        curve: &'static str,
        bytes: usize,
    },
    Ed25519,
}

impl Algorithm {
    const ALL: [Self; 12] = [
        Self::Hs256,
        Self::Hs384,
        Self::Hs512,
        Self::Rs256,
        Self::Rs384,
        Self::Rs512,
        Self::Ps256,
        Self::Ps384,
        Self::Ps512,
        Self::Es256,
        Self::Es384,
        Self::EdDsa,
    ];

    /// The value of `alg`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hs256 => "HS256",
            Self::Hs384 => "HS384",
            Self::Hs512 => "HS512",
            Self::Rs256 => "RS256",
            Self::Rs384 => "RS384",
            Self::Rs512 => "RS512",
            Self::Ps256 => "PS256",
            Self::Ps384 => "PS384",
            Self::Ps512 => "PS512",
            Self::Es256 => "ES256",
            Self::Es384 => "ES384",
            Self::EdDsa => "EdDSA",
        }
    }

    /// Whether whoever verifies cannot sign.
    pub(super) const fn is_asymmetric(self) -> bool {
        !matches!(self.family(), Family::Hmac { .. })
    }

    #[cfg(feature = "authority")]
    pub(super) const fn is_rsa(self) -> bool {
        matches!(self.family(), Family::Rsa)
    }

    /// Those whose public keys may be published, the one that is used most first.
    #[cfg(feature = "authority")]
    pub(super) fn asymmetric() -> Vec<Self> {
        Self::ALL.into_iter().filter(|algorithm| algorithm.is_asymmetric()).collect()
    }

    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|algorithm| algorithm.name() == name)
    }

    pub(super) const fn family(self) -> Family {
        match self {
            Self::Hs256 => Family::Hmac { least_bytes: 32 },
            Self::Hs384 => Family::Hmac { least_bytes: 48 },
            Self::Hs512 => Family::Hmac { least_bytes: 64 },
            Self::Es256 => Family::Ec { curve: "P-256", bytes: 32 },
            Self::Es384 => Family::Ec { curve: "P-384", bytes: 48 },
            Self::EdDsa => Family::Ed25519,
            _ => Family::Rsa,
        }
    }

    pub(super) const fn jws(self) -> Jws {
        match self {
            Self::Hs256 => Jws::HS256,
            Self::Hs384 => Jws::HS384,
            Self::Hs512 => Jws::HS512,
            Self::Rs256 => Jws::RS256,
            Self::Rs384 => Jws::RS384,
            Self::Rs512 => Jws::RS512,
            Self::Ps256 => Jws::PS256,
            Self::Ps384 => Jws::PS384,
            Self::Ps512 => Jws::PS512,
            Self::Es256 => Jws::ES256,
            Self::Es384 => Jws::ES384,
            Self::EdDsa => Jws::EdDSA,
        }
    }
}
