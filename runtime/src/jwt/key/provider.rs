//! The cryptography behind keys: `jsonwebtoken`'s verifiers and signers, reached directly. Its
//! process-wide default provider is never asked, since it panics when the program has compiled
//! in two of them, or none.

use jsonwebtoken::crypto::CryptoProvider;

#[cfg(feature = "aws-lc-rs")]
pub(super) static PROVIDER: &CryptoProvider = &jsonwebtoken::crypto::aws_lc::DEFAULT_PROVIDER;

#[cfg(not(feature = "aws-lc-rs"))]
pub(super) static PROVIDER: &CryptoProvider = &jsonwebtoken::crypto::rust_crypto::DEFAULT_PROVIDER;
