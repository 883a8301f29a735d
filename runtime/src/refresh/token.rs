//! A refresh token: `family.secret`, both random, in base64url without padding (RFC 4648 §5).

use std::fmt;
use std::io;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::random::Random;
use crate::store::{FamilyId, RefreshHash};

/// What a secret is used for besides being one, and how.
const PURPOSE: &[u8] = b"portcullis refresh token, successor, XChaCha20-Poly1305, version 1";

const NONCE: usize = 24;

/// Of 16 and of 32 bytes in base64url.
const FAMILY_CHARACTERS: usize = 22;
const SECRET_CHARACTERS: usize = 43;

/// Only whoever was given one knows either part.
#[derive(Clone)]
pub(super) struct RefreshToken {
    family: Zeroizing<[u8; 16]>,
    secret: Zeroizing<[u8; 32]>,
}

impl RefreshToken {
    /// The first token of a new family.
    ///
    /// # Errors
    ///
    /// If there are no random bytes.
    pub(super) fn first(random: &dyn Random) -> io::Result<Self> {
        let mut token = Self { family: Zeroizing::new([0; 16]), secret: Zeroizing::new([0; 32]) };
        random.fill(token.family.as_mut_slice())?;
        random.fill(token.secret.as_mut_slice())?;
        Ok(token)
    }

    /// Another token of the same family.
    ///
    /// # Errors
    ///
    /// If there are no random bytes.
    pub(super) fn next(&self, random: &dyn Random) -> io::Result<Self> {
        let mut secret = Zeroizing::new([0; 32]);
        random.fill(secret.as_mut_slice())?;
        Ok(Self { family: self.family.clone(), secret })
    }

    /// One text for each token, and nothing else.
    pub(super) fn parse(text: &[u8]) -> Option<Self> {
        let (family, rest) = text.split_at_checked(FAMILY_CHARACTERS)?;
        let secret = rest.strip_prefix(b".")?;
        if secret.len() != SECRET_CHARACTERS {
            return None;
        }
        Some(Self { family: decoded(family)?, secret: decoded(secret)? })
    }

    pub(super) fn text(&self) -> Zeroizing<String> {
        let family = URL_SAFE_NO_PAD.encode(self.family.as_slice());
        let secret = Zeroizing::new(URL_SAFE_NO_PAD.encode(self.secret.as_slice()));
        Zeroizing::new(format!("{family}.{}", *secret))
    }

    /// What the store knows the family by.
    pub(super) fn id(&self) -> FamilyId {
        let mut id = [0; 16];
        let digest = Sha256::digest(self.family.as_slice());
        id.iter_mut().zip(digest).for_each(|(to, from)| *to = from);
        FamilyId::new(id)
    }

    /// What the store knows the token by.
    pub(super) fn hash(&self) -> RefreshHash {
        RefreshHash::new(Sha256::digest(self.secret.as_slice()).into())
    }

    /// A token of the same family for whoever has this one: nonce, ciphertext and tag.
    ///
    /// # Errors
    ///
    /// If there are no random bytes.
    pub(super) fn seal(&self, successor: &Self, random: &dyn Random) -> io::Result<Vec<u8>> {
        let mut nonce = [0; NONCE];
        random.fill(&mut nonce)?;
        let id = self.id();
        let payload = Payload { msg: successor.secret.as_slice(), aad: id.as_bytes() };
        let sealed = self.cipher().encrypt(&XNonce::from(nonce), payload);
        Ok([nonce.as_slice(), &sealed.map_err(io::Error::other)?].concat())
    }

    /// What `seal` has sealed with this very token.
    pub(super) fn open(&self, sealed: &[u8]) -> Option<Self> {
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE>()?;
        let id = self.id();
        let payload = Payload { msg: sealed, aad: id.as_bytes() };
        let opened = self.cipher().decrypt(&XNonce::from(*nonce), payload).ok()?;
        let opened = Zeroizing::new(opened);
        let secret = Zeroizing::new(opened.as_slice().try_into().ok()?);
        Some(Self { family: self.family.clone(), secret })
    }

    /// HKDF-SHA-256 (RFC 5869) of the secret, which is random itself.
    fn cipher(&self) -> XChaCha20Poly1305 {
        let mut key = Zeroizing::new([0; 32]);
        // Fails for keys above 8160 bytes alone.
        let hkdf = Hkdf::<Sha256>::new(None, self.secret.as_slice());
        let expanded = hkdf.expand(PURPOSE, key.as_mut_slice());
        debug_assert!(expanded.is_ok());
        XChaCha20Poly1305::new(&Key::from(*key))
    }
}

/// No second text of the same bytes passes: unused bits must be zero.
fn decoded<const N: usize>(text: &[u8]) -> Option<Zeroizing<[u8; N]>> {
    let mut bytes = Zeroizing::new([0; N]);
    let length = URL_SAFE_NO_PAD.decode_slice(text, bytes.as_mut_slice()).ok()?;
    (length == N).then_some(bytes)
}

impl fmt::Debug for RefreshToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RefreshToken(..)")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::RefreshToken;
    use crate::random::SystemRandom;

    fn token(bytes: &[u8; 48]) -> RefreshToken {
        let (family, secret) = bytes.split_first_chunk::<16>().unwrap();
        RefreshToken {
            family: (*family).into(),
            secret: <[u8; 32]>::try_from(secret).unwrap().into(),
        }
    }

    proptest! {
        #[test]
        fn every_token_has_one_text(first: [u8; 16], one: [u8; 16], two: [u8; 16]) {
            let bytes = [first, one, two].concat().try_into().unwrap();
            let token = token(&bytes);
            let text = token.text();
            let parsed = RefreshToken::parse(text.as_bytes()).unwrap();
            prop_assert_eq!(parsed.text(), text);
            prop_assert!(parsed.hash() == token.hash() && parsed.id() == token.id());
        }

        #[test]
        fn every_text_that_is_parsed_is_written_so(text in "[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}") {
            if let Some(token) = RefreshToken::parse(text.as_bytes()) {
                prop_assert_eq!(token.text().to_string(), text);
            }
        }

        #[test]
        fn no_bytes_make_it_panic(text: Vec<u8>, at in 0_usize..67, byte: u8) {
            if let Some(token) = RefreshToken::parse(&text) {
                prop_assert_eq!(token.text().as_bytes().to_vec(), text);
            }
            let mut changed = token(&[7; 48]).text().as_bytes().to_vec();
            changed.insert(at, byte);
            prop_assert!(RefreshToken::parse(&changed).is_none());
        }

        #[test]
        fn only_the_parent_opens_a_successor(one: [u8; 16], two: [u8; 16], flipped in 0_usize..72) {
            let parent = token(&[one, one, two].concat().try_into().unwrap());
            let child = parent.next(&SystemRandom).unwrap();
            let mut sealed = parent.seal(&child, &SystemRandom).unwrap();
            prop_assert_eq!(parent.open(&sealed).unwrap().text(), child.text());
            prop_assert!(child.open(&sealed).is_none());
            let other = RefreshToken { family: [0; 16].into(), ..parent.clone() };
            prop_assert!(other.open(&sealed).is_none() || one == [0; 16]);
            sealed[flipped] ^= 1;
            prop_assert!(parent.open(&sealed).is_none());
            prop_assert!(parent.open(&sealed[..flipped]).is_none());
        }
    }
}
