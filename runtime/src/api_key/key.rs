//! What a key looks like: `acme_<id><secret>_<checksum>`, all of it base62.
//!
//! The prefix and the checksum are for scanners that look for secrets in public places, as
//! GitHub's tokens have them. A double click selects all of it.

use std::io;

use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::random::Random;
use crate::store::ApiKeyHash;

const ALPHABET: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// 71 bits: no two keys have the same, and no secret.
pub(super) const ID: usize = 12;

/// 256 bits.
const SECRET: usize = 43;

/// 62⁶ is more than 2³².
const CHECKSUM: usize = 6;

/// What goes into the hash besides the key.
const PURPOSE: &[u8] = b"portcullis api key 1\0";

/// What a key says of itself. Not verified.
#[derive(Debug)]
pub(super) struct Presented<'a> {
    pub(super) id: &'a str,
    pub(super) hash: ApiKeyHash,
}

impl<'a> Presented<'a> {
    /// Reads a key with this prefix. `None` for whatever is none or has a typing error: no store
    /// need be asked.
    pub(super) fn read(text: &'a [u8], prefix: &str) -> Option<Self> {
        let text = str::from_utf8(text).ok()?;
        let rest = text.strip_prefix(prefix)?.strip_prefix('_')?;
        let (random, rest) = rest.split_at_checked(ID + SECRET)?;
        let checksum = rest.strip_prefix('_').filter(|checksum| checksum.len() == CHECKSUM)?;
        let (id, _) = random.split_at_checked(ID)?;
        let (body, _) = text.split_at_checked(text.len() - CHECKSUM - 1)?;
        let sound = random.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let sound = sound && checksum.as_bytes() == self::checksum(body).as_slice();
        sound.then(|| Self { id, hash: hash(text) })
    }
}

/// A new key and its id.
pub(super) fn make(prefix: &str, random: &dyn Random) -> io::Result<(Zeroizing<String>, String)> {
    let mut key = Zeroizing::new(String::with_capacity(prefix.len() + ID + SECRET + CHECKSUM + 2));
    key.push_str(prefix);
    key.push('_');
    fill(&mut key, ID + SECRET, random)?;
    let checksum = checksum(&key);
    let id = key.chars().skip(prefix.len() + 1).take(ID).collect();
    key.push('_');
    key.extend(checksum.iter().copied().map(char::from));
    Ok((key, id))
}

pub(super) fn hash(key: &str) -> ApiKeyHash {
    let digest = Sha256::new().chain_update(PURPOSE).chain_update(key).finalize();
    ApiKeyHash::new(digest.into())
}

/// In a time that does not depend on the hashes.
pub(super) fn are_equal(one: &ApiKeyHash, other: &ApiKeyHash) -> bool {
    one.as_bytes().ct_eq(other.as_bytes()).into()
}

/// Adds characters by chance, each as likely as any other: bytes from 248 on are left out.
fn fill(key: &mut String, mut missing: usize, random: &dyn Random) -> io::Result<()> {
    let mut bytes = Zeroizing::new([0; 64]);
    while missing > 0 {
        random.fill(&mut *bytes)?;
        let fair = bytes.iter().filter(|byte| usize::from(**byte) < 4 * ALPHABET.len());
        let digits = fair.map(|byte| digit((*byte).into())).take(missing).map(char::from);
        let before = key.len();
        key.extend(digits);
        missing -= key.len() - before;
    }
    Ok(())
}

/// CRC-32 in six digits of base62.
fn checksum(body: &str) -> [u8; CHECKSUM] {
    let mut rest = crc32fast::hash(body.as_bytes());
    let mut digits = [0; CHECKSUM];
    for place in digits.iter_mut().rev() {
        *place = digit(rest);
        rest /= 62;
    }
    digits
}

fn digit(number: u32) -> u8 {
    let place = usize::try_from(number).unwrap_or_default() % ALPHABET.len();
    ALPHABET.get(place).copied().unwrap_or(b'0')
}

#[cfg(test)]
mod tests {
    use super::{ID, Presented, are_equal, hash, make};
    use crate::random::SystemRandom;

    #[test]
    fn a_key_is_read_as_it_was_made() {
        let (key, id) = make("acme_live", &SystemRandom).unwrap();
        let found = Presented::read(key.as_bytes(), "acme_live").unwrap();
        assert_eq!((found.id, id.len()), (id.as_str(), ID));
        assert!(are_equal(&found.hash, &hash(&key)));
        assert_eq!(key.len(), "acme_live_".len() + 55 + 1 + 6);
    }

    /// CRC-32 of `acme_` and 55 zeros, by zlib: 0x66f6e8fc.
    #[test]
    fn the_checksum_is_that_of_others() {
        let body = format!("acme_{}", "0".repeat(55));
        let digits = String::from_utf8(super::checksum(&body).to_vec()).unwrap();
        let value = digits.bytes().fold(0_u64, |sum, digit| {
            let place = super::ALPHABET.iter().position(|known| *known == digit).unwrap();
            sum * 62 + place as u64
        });
        assert_eq!(value, CHECKSUM_BY_ZLIB);
    }

    const CHECKSUM_BY_ZLIB: u64 = 0x66f6e8fc;

    #[test]
    fn every_typing_error_is_seen() {
        let (key, _) = make("acme", &SystemRandom).unwrap();
        for place in 0..key.len() {
            for other in ["0", "x", "_", "-", "é", ""] {
                let mut wrong = key.to_string();
                wrong.replace_range(place..=place, other);
                if wrong != *key {
                    assert!(Presented::read(wrong.as_bytes(), "acme").is_none(), "{wrong}");
                }
            }
        }
        for wrong in [format!("{}0", *key), format!(" {}", *key), key.to_uppercase()] {
            assert!(Presented::read(wrong.as_bytes(), "acme").is_none(), "{wrong}");
        }
        assert!(Presented::read(key.as_bytes(), "acm").is_none());
        assert!(Presented::read(key.as_bytes(), "").is_none());
    }
}
