//! Signatures of ECDSA: two numbers `r` and `s` below the order `n` of the curve, of fixed
//! length (RFC 7518 §3.4).
//!
//! Whoever has a signature `(r, s)` can make `(r, n - s)` of it, which holds as well. That is
//! part of ECDSA, so such a token is let in; nothing may be keyed by a token's text.

use std::fmt;

use crate::catalogue::{Catalogue, Generator, NO_SIGNATURE, all};
use crate::draft::{joined, sound};
use crate::numbers::{difference, hexadecimal, sum};
use crate::signer::{P256, P384, Signer};

const N_256: &str = "FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551";
const N_384: &str = "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF\
                     C7634D81F4372DDF581A0DB248B0A77AECEC196ACCC52973";

/// A signature from `r`, `s` and `n`.
struct Pair(&'static str, OfThree);

type OfThree = fn(&[u8], &[u8], &[u8]) -> Vec<u8>;

impl fmt::Display for Pair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

pub(crate) fn add(catalogue: &mut Catalogue) {
    let make = |signer: &Signer, pair: &Pair| {
        let message = sound(signer).message();
        let signature = signer.sign(&message);
        let (r, s) = signature.split_at(signature.len() / 2);
        let n = hexadecimal(if signer.name == "ES256" { N_256 } else { N_384 });
        joined(&message, (pair.1)(r, s, &n))
    };
    let honest = [
        Pair("r, s", |r, s, _| [r, s].concat()),
        Pair("r, n - s, which is as good", |r, s, n| [r, &difference(n, s)].concat()),
    ];
    for signers in [P256, P384] {
        Generator::new("ECDSA", signers, make).add(catalogue, &honest, &numbers());
        Generator::new("ECDSA form", signers, make).add(catalogue, &honest[..1], &forms());
    }
}

fn numbers() -> Vec<(Pair, &'static str)> {
    all(
        [
            // A verifier that does not look takes it for any message (CVE-2022-21449).
            Pair("0, 0", |r, s, _| [vec![0; r.len()], vec![0; s.len()]].concat()),
            Pair("0, s", |r, s, _| [&vec![0; r.len()], s].concat()),
            Pair("r, 0", |r, s, _| [r, &vec![0; s.len()]].concat()),
            Pair("n, n", |_, _, n| [n, n].concat()),
            Pair("0, n", |r, _, n| [&vec![0; r.len()], n].concat()),
            Pair("n, s", |_, s, n| [n, s].concat()),
            Pair("r, n", |r, _, n| [r, n].concat()),
            Pair("n - r, s", |r, s, n| [&difference(n, r), s].concat()),
            Pair("n - r, n - s", |r, s, n| [difference(n, r), difference(n, s)].concat()),
            Pair("s, r", |r, s, _| [s, r].concat()),
            Pair("r, r", |r, _, _| [r, r].concat()),
            Pair("s, s", |_, s, _| [s, s].concat()),
            Pair("r, n - 1", |r, _, n| [r, &difference(n, &[1])].concat()),
            Pair("r, all ones", |r, s, _| [r, &vec![0xFF; s.len()]].concat()),
        ],
        NO_SIGNATURE,
    )
}

fn forms() -> Vec<(Pair, &'static str)> {
    all(
        [
            Pair("DER", |r, s, _| der(r, s)),
            Pair("r, s + n", |r, s, n| [r, &sum(s, n)].concat()),
            Pair("r + n, s", |r, s, n| [&sum(r, n), s].concat()),
            Pair("each with a zero before", |r, s, _| [&[0], r, &[0], s].concat()),
            Pair("little-endian", |r, s, _| {
                r.iter().rev().chain(s.iter().rev()).copied().collect()
            }),
            Pair("r alone", |r, _, _| r.to_vec()),
        ],
        NO_SIGNATURE,
    )
}

/// `ECDSA-Sig-Value`, RFC 3279 §2.2.3.
fn der(r: &[u8], s: &[u8]) -> Vec<u8> {
    let integer = |number: &[u8]| {
        let leading = number.iter().take_while(|byte| **byte == 0).count();
        let mut digits = number[leading..].to_vec();
        if digits.first().is_some_and(|byte| *byte >= 0x80) {
            digits.insert(0, 0);
        }
        let length = u8::try_from(digits.len()).unwrap();
        [&[2, length], &digits[..]].concat()
    };
    let pair = [integer(r), integer(s)].concat();
    [&[0x30, u8::try_from(pair.len()).unwrap()], &pair[..]].concat()
}
