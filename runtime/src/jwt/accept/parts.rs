//! A token as its parts (RFC 7515 §7.1, RFC 7519 §7.2), and what they are in base64url.

use std::cell::RefCell;

use base64_simd::{Out, URL_SAFE_NO_PAD};
use memchr::memchr;
use smallvec::SmallVec;

use super::{Refusal, ensure};

/// The parts of a token.
#[derive(Clone, Copy, Debug)]
pub(super) struct Parts<'a> {
    pub(super) header: &'a [u8],
    pub(super) payload: &'a [u8],
    pub(super) signature: &'a [u8],
    /// What is signed: header, dot and payload, as they came.
    pub(super) message: &'a [u8],
}

impl<'a> Parts<'a> {
    pub(super) fn split(token: &'a [u8]) -> Result<Self, Refusal> {
        Self::at_dots(token).ok_or("the token has not three parts").and_then(|parts| {
            let Self { header, payload, signature, .. } = parts;
            let empty = header.is_empty() || payload.is_empty() || signature.is_empty();
            ensure(!empty, "a part of the token is empty").map(|()| parts)
        })
    }

    fn at_dots(token: &'a [u8]) -> Option<Self> {
        let cut = |text: &'a [u8]| {
            let (before, after) = text.split_at_checked(memchr(b'.', text)?)?;
            Some((before, after.get(1..)?))
        };
        let (header, rest) = cut(token)?;
        let (payload, signature) = cut(rest)?;
        let message = token.get(..header.len() + 1 + payload.len())?;
        let parts = Self { header, payload, signature, message };
        memchr(b'.', signature).is_none().then_some(parts)
    }
}

/// Base64url without padding, blanks or loose bits (RFC 7515 §2, RFC 4648 §3.5), by vector
/// instructions.
pub(super) fn decode(part: &[u8]) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode_to_vec(part).ok()
}

/// The same, without an allocation where it is as short as most signatures are.
pub(super) fn decode_short(part: &[u8]) -> Option<SmallVec<[u8; 72]>> {
    let mut bytes = SmallVec::new();
    bytes.resize(most_bytes(part), 0);
    let length = URL_SAFE_NO_PAD.decode(part, Out::from_slice(&mut bytes)).ok()?.len();
    bytes.truncate(length);
    Some(bytes)
}

/// The same for a text in UTF-8 that is needed only until `read` is done. It is decoded into
/// room that each thread keeps: whoever is refused costs no allocation.
pub(in super::super) fn decode_text<T>(part: &[u8], read: impl FnOnce(&str) -> T) -> Option<T> {
    thread_local! {
        /// As long as the longest payload that the thread has seen, which is bounded.
        static ROOM: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    }
    let decode = |room: &mut Vec<u8>| {
        let most = most_bytes(part);
        if room.len() < most {
            room.resize(most, 0);
        }
        let text = URL_SAFE_NO_PAD.decode(part, Out::from_slice(room)).ok()?;
        Some(read(std::str::from_utf8(text).ok()?))
    };
    ROOM.with(|room| match room.try_borrow_mut() {
        Ok(mut room) => decode(&mut room),
        Err(_) => decode(&mut Vec::new()),
    })
}

pub(in super::super) fn encode(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode_to_string(bytes)
}

fn most_bytes(part: &[u8]) -> usize {
    part.len() / 4 * 3 + 3
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    use proptest::collection::vec;
    use proptest::prelude::any;
    use proptest::prop_oneof;
    use proptest::sample::select;
    use proptest::test_runner::{Config, TestRunner};

    use super::{decode, decode_short, decode_text, encode};

    const CHARACTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    #[test]
    fn nothing_else_is_decoded_than_strict_base64url() {
        let part = vec(prop_oneof![60 => select(CHARACTERS), 1 => any::<u8>()], 0..130);
        let config = Config { cases: 5000, failure_persistence: None, ..Config::default() };
        let held = TestRunner::new(config).run(&part, |part| {
            let strict = URL_SAFE_NO_PAD.decode(&part).ok();
            assert_eq!(decode(&part), strict);
            assert_eq!(decode_short(&part).map(|bytes| bytes.to_vec()), strict);
            let text = strict.and_then(|bytes| String::from_utf8(bytes).ok());
            assert_eq!(decode_text(&part, ToOwned::to_owned), text);
            assert_eq!(URL_SAFE_NO_PAD.encode(&part), encode(&part));
            Ok(())
        });
        assert!(held.is_ok(), "{held:?}");
    }

    #[test]
    fn loose_bits_padding_and_blanks_are_refused() {
        for part in
            ["A", "AB", "AAB", "AAAAA", "AA=", "AA==", "AAA=", "AA A", "AA\n", "A+A/", "AA.A"]
        {
            assert_eq!(decode(part.as_bytes()), None, "{part}");
        }
        for length in 0..200 {
            let text = encode(&vec![0xFB; length]);
            assert_eq!(decode(text.as_bytes()), Some(vec![0xFB; length]));
            assert_eq!(decode(format!("{text}=").as_bytes()), None);
        }
    }
}
