//! The cryptography behind keys: `jsonwebtoken`'s verifiers and signers, reached directly. Its
//! process-wide default provider is never asked, since it panics when the program has compiled
//! in two of them, or none.

use jsonwebtoken::crypto::CryptoProvider;

#[cfg(feature = "aws-lc-rs")]
pub(super) static PROVIDER: &CryptoProvider = &jsonwebtoken::crypto::aws_lc::DEFAULT_PROVIDER;

#[cfg(not(feature = "aws-lc-rs"))]
pub(super) static PROVIDER: &CryptoProvider = &jsonwebtoken::crypto::rust_crypto::DEFAULT_PROVIDER;

/// Whether an uncompressed point is one of the curve's (SEC 1 §3.2.2.1).
#[cfg(feature = "aws-lc-rs")]
pub(super) fn is_on_curve(curve: &str, point: &[u8]) -> bool {
    use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED, ECDSA_P384_SHA384_FIXED, ParsedPublicKey};
    match curve {
        "P-256" => ParsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point).is_ok(),
        "P-384" => ParsedPublicKey::new(&ECDSA_P384_SHA384_FIXED, point).is_ok(),
        _ => false,
    }
}

/// Whether an uncompressed point is one of the curve's (SEC 1 §3.2.2.1).
#[cfg(not(feature = "aws-lc-rs"))]
pub(super) fn is_on_curve(curve: &str, point: &[u8]) -> bool {
    match curve {
        "P-256" => p256::PublicKey::from_sec1_bytes(point).is_ok(),
        "P-384" => p384::PublicKey::from_sec1_bytes(point).is_ok(),
        _ => false,
    }
}
