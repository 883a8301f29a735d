//! Sealing what a cookie holds: XChaCha20-Poly1305, whose nonces are long enough to be random.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::random::Random;

/// What the keys are used for, and how: keys that are used elsewhere too make no cookies of it.
const PURPOSE: &[u8] = b"portcullis cookie session, XChaCha20-Poly1305, version 1";

const NONCE: usize = 24;

/// More than a cookie has room for is not even decoded.
const LONGEST: usize = 4096;

/// The keys of one cookie of one scheme. The first seals, all open.
#[derive(Clone)]
pub(super) struct Ring {
    keys: Vec<XChaCha20Poly1305>,
    /// Sealed with everything: what is sealed for one cookie opens in no other.
    bound: Vec<u8>,
}

impl Ring {
    /// Keys for the cookie of this name of the scheme of this name.
    pub(super) fn new<'a>(
        secrets: impl IntoIterator<Item = &'a [u8]>,
        scheme: &str,
        cookie: &str,
    ) -> Self {
        let keys = secrets.into_iter().map(derived).collect();
        Self { keys, bound: bound(&[PURPOSE, scheme.as_bytes(), cookie.as_bytes()]) }
    }

    /// Seals a text: base64url of nonce, ciphertext and tag.
    ///
    /// # Errors
    ///
    /// If there are no random bytes.
    pub(super) fn seal(&self, text: &str, random: &dyn Random) -> std::io::Result<String> {
        let mut nonce = [0; NONCE];
        random.fill(&mut nonce)?;
        let payload = Payload { msg: text.as_bytes(), aad: &self.bound };
        let key = self.keys.first().ok_or_else(|| std::io::Error::other("there is no key"))?;
        let sealed = key.encrypt(&XNonce::from(nonce), payload).map_err(std::io::Error::other)?;
        Ok(URL_SAFE_NO_PAD.encode([nonce.as_slice(), &sealed].concat()))
    }

    /// What was sealed; `None` if it was not, or not with one of these keys and for this cookie.
    pub(super) fn open(&self, value: &[u8]) -> Option<String> {
        if value.len() > LONGEST {
            return None;
        }
        let bytes = URL_SAFE_NO_PAD.decode(value).ok()?;
        let (nonce, sealed) = bytes.split_first_chunk::<NONCE>()?;
        let nonce = XNonce::from(*nonce);
        let open = |key: &XChaCha20Poly1305| {
            key.decrypt(&nonce, Payload { msg: sealed, aad: &self.bound }).ok()
        };
        String::from_utf8(self.keys.iter().find_map(open)?).ok()
    }
}

/// HKDF-SHA-256 (RFC 5869) of a secret of any length.
fn derived(secret: &[u8]) -> XChaCha20Poly1305 {
    let mut key = Zeroizing::new([0; 32]);
    // Fails for keys above 8160 bytes alone.
    let expanded = Hkdf::<Sha256>::new(None, secret).expand(PURPOSE, key.as_mut_slice());
    debug_assert!(expanded.is_ok());
    XChaCha20Poly1305::new(&Key::from(*key))
}

/// The parts, each with its length before it: no two lists of parts become one text.
pub(super) fn bound(parts: &[&[u8]]) -> Vec<u8> {
    let length = |part: &&[u8]| u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes();
    parts.iter().flat_map(|part| [length(part).as_slice(), *part].concat()).collect()
}

/// Never prints a key.
impl fmt::Debug for Ring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ring").field("keys", &self.keys.len()).finish_non_exhaustive()
    }
}
