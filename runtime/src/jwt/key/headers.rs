//! Headers that are known to be good for a key, so that they need not be read again. An issuer
//! writes the same one into every token of a key, and decoding and reading it allocates.
//!
//! A header is good or not for a key whatever else is configured, so this needs no care when
//! keys are replaced: the headers go with their key. Only headers of tokens whose signature
//! holds come in here; strangers cannot fill the room.

use std::sync::OnceLock;

/// How many headers are remembered for a key.
const MOST: usize = 4;

/// Longer ones are not remembered, in bytes of base64url.
const LONGEST: usize = 512;

/// Headers in base64url, of tokens that the key has verified.
#[derive(Debug, Default)]
pub(super) struct Headers([OnceLock<Box<[u8]>>; MOST]);

impl Headers {
    pub(super) fn know(&self, header: &[u8]) -> bool {
        let known = self.0.iter().map_while(OnceLock::get);
        known.into_iter().any(|known| **known == *header)
    }

    /// Remembers a header as long as there is room.
    pub(super) fn remember(&self, header: &[u8]) {
        if header.len() > LONGEST || self.know(header) {
            return;
        }
        let mut left = self.0.iter();
        // Another thread may take the place; the next token tries again.
        let _full = left.find(|place| place.get().is_none()).map(|free| free.set(header.into()));
    }
}

#[cfg(test)]
mod tests {
    use super::Headers;

    #[test]
    fn a_few_headers_are_remembered_and_no_long_ones() {
        let headers = Headers::default();
        headers.remember(&[b'a'; 513]);
        for header in ["a", "b", "b", "c", "d", "e"] {
            headers.remember(header.as_bytes());
        }
        let known = ["a", "b", "c", "d", "e", "f", ""].map(|one| headers.know(one.as_bytes()));
        assert_eq!(known, [true, true, true, true, false, false, false]);
        assert!(!headers.know(&[b'a'; 513]));
    }
}
