//! Everything in a dump that could be a token or a part of one.

use std::collections::BTreeSet;

use base64::Engine as _;
use base64::prelude::{BASE64_STANDARD_NO_PAD, BASE64_URL_SAFE_NO_PAD};

use crate::serve::hex;

/// Texts, as they stand there, and values, for which some of the texts stand.
#[derive(Debug, Default)]
pub(crate) struct Loot {
    texts: BTreeSet<String>,
    values: BTreeSet<Vec<u8>>,
}

impl Loot {
    pub(crate) fn new(stolen: &[u8]) -> Self {
        let mut loot = Self::default();
        let pieces = stolen.split(|byte| !is_of_a_token(*byte));
        for piece in pieces.filter(|piece| piece.len() >= SHORTEST) {
            let text = String::from_utf8_lossy(piece).into_owned();
            // `X'…'` and `\x…` are how databases write bytes.
            let digits = text.strip_prefix('x').unwrap_or(&text);
            loot.values.extend(unhex(digits));
            loot.values.extend(BASE64_URL_SAFE_NO_PAD.decode(&text));
            loot.values.extend(BASE64_STANDARD_NO_PAD.decode(text.trim_end_matches('=')));
            loot.values.extend(text.split('.').map(|part| part.as_bytes().to_vec()));
            loot.texts.insert(text);
        }
        loot.values.extend(bulk_strings(stolen));
        loot.values.retain(|value| (SHORTEST..=LONGEST).contains(&value.len()));
        loot
    }

    /// What to send: each by itself, and each value after each other one.
    pub(crate) fn tries(&self) -> BTreeSet<String> {
        let mut tries = self.texts.clone();
        let forms: BTreeSet<String> = self.values.iter().flat_map(|value| forms(value)).collect();
        tries.extend(forms.iter().cloned());
        let encoded: Vec<String> =
            self.values.iter().map(|value| BASE64_URL_SAFE_NO_PAD.encode(value)).collect();
        for family in &encoded {
            tries.extend(encoded.iter().map(|secret| format!("{family}.{secret}")));
        }
        tries
    }
}

fn forms(value: &[u8]) -> Vec<String> {
    let mut forms = vec![hex(value), BASE64_URL_SAFE_NO_PAD.encode(value)];
    forms.extend(String::from_utf8(value.to_vec()));
    forms
}

fn is_of_a_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-_.+/=".contains(&byte)
}

fn unhex(digits: &str) -> Option<Vec<u8>> {
    let pairs = digits.as_bytes().chunks(2);
    pairs.map(|pair| u8::from_str_radix(str::from_utf8(pair).ok()?, 16).ok()).collect()
}

/// The values in a log of Redis: `$`, a length, a line end, and as many bytes.
fn bulk_strings(log: &[u8]) -> Vec<Vec<u8>> {
    let starts = log.iter().enumerate().filter(|(_, byte)| **byte == b'$').map(|(at, _)| at + 1);
    let value = |at: usize| {
        let rest = log.get(at..)?;
        let end = rest.iter().take(10).position(|byte| *byte == b'\r')?;
        let length: usize = str::from_utf8(rest.get(..end)?).ok()?.parse().ok()?;
        Some(rest.get(end + 2..end + 2 + length)?.to_vec())
    };
    starts.filter_map(value).collect()
}

/// In bytes. What is shorter could be guessed without a dump.
const SHORTEST: usize = 8;
const LONGEST: usize = 512;
