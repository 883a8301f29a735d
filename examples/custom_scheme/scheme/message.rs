//! What is signed.

use base64::Engine;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

/// The parts of a request that its signature holds together. None has a line feed in it, so that
/// no two requests have one text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Message<'a> {
    pub(crate) method: &'a str,
    /// Path and query, as they are sent.
    pub(crate) target: &'a str,
    pub(crate) key_id: &'a str,
    pub(crate) nonce: &'a str,
    /// Seconds since 1970, as they are sent.
    pub(crate) signed_at: &'a str,
    /// `Content-Digest`, as it is sent.
    pub(crate) digest: &'a str,
}

impl Message<'_> {
    /// `Authorization` of the request.
    pub(crate) fn authorization(&self, secret: &[u8]) -> String {
        let Self { key_id, nonce, .. } = self;
        let signature = self.mac(secret).map(|mac| mac.finalize().into_bytes());
        let signature = BASE64_URL_SAFE_NO_PAD.encode(signature.unwrap_or_default());
        format!("Acme-HMAC {key_id}.{nonce}.{signature}")
    }

    /// Whether the signature is of this message; in a time that does not tell how nearly.
    pub(super) fn is_signed(&self, secret: &[u8], signature: &str) -> bool {
        let signature = BASE64_URL_SAFE_NO_PAD.decode(signature).ok();
        let mac = self.mac(secret).zip(signature);
        mac.is_some_and(|(mac, signature)| mac.verify_slice(&signature).is_ok())
    }

    fn mac(&self, secret: &[u8]) -> Option<Hmac<Sha256>> {
        let mut mac = Hmac::<Sha256>::new_from_slice(secret).ok()?;
        let Self { method, target, key_id, nonce, signed_at, digest } = self;
        for line in ["acme-hmac-1", method, target, key_id, nonce, signed_at, digest] {
            mac.update(line.as_bytes());
            mac.update(b"\n");
        }
        Some(mac)
    }
}

/// `Content-Digest` of a body (RFC 9530 §2).
pub(crate) fn content_digest(body: &[u8]) -> String {
    format!("sha-256=:{}:", BASE64_STANDARD.encode(Sha256::digest(body)))
}
