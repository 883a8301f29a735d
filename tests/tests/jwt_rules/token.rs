//! Tokens as an issuer, or an attacker, would write them: every byte is the test's own.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::crypto::aws_lc::DEFAULT_PROVIDER;
use jsonwebtoken::{Algorithm, EncodingKey};

/// The key of the schemes.
pub(crate) const SECRET: &[u8] = b"forty bytes that only the servers know!!";

/// The token of these texts, signed with HS256 and the schemes' key.
pub(crate) fn signed(header: &str, payload: &str) -> String {
    signed_by(Algorithm::HS256, SECRET, header, payload.as_bytes())
}

/// The same with another algorithm, another key, or a payload that is no text.
pub(crate) fn signed_by(algorithm: Algorithm, key: &[u8], header: &str, payload: &[u8]) -> String {
    let message = format!("{}.{}", encode(header), encode(payload));
    let signature = signature(algorithm, key, &message);
    format!("{message}.{signature}")
}

/// The signature of header, dot and payload, in base64url.
pub(crate) fn signature(algorithm: Algorithm, key: &[u8], message: &str) -> String {
    let key = EncodingKey::from_secret(key);
    let signer = (DEFAULT_PROVIDER.signer_factory)(&algorithm, &key).unwrap();
    encode(signer.try_sign(message.as_bytes()).unwrap())
}

/// Base64url without padding.
pub(crate) fn encode(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}
