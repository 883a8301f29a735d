//! Signatures of Ed25519: a point `R` and a number `S` below the group's order `L`, which
//! whoever verifies must look at (RFC 8032 §5.1.7).

use std::fmt;

use crate::catalogue::{Catalogue, Generator, NO_SIGNATURE, all};
use crate::draft::{joined, sound};
use crate::numbers::{difference, hexadecimal, sum};
use crate::signer::{ED25519, Signer};

/// Big-endian; signatures are little-endian.
const L: &str = "1000000000000000000000000000000014DEF9DEA2F79CD65812631A5CF5D3ED";

/// A signature from `R`, and from `S` and `L`, which are big-endian here.
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
        let mut signature = signer.sign(&message);
        let mut s = signature.split_off(32);
        s.reverse();
        joined(&message, (pair.1)(&signature, &s, &hexadecimal(L)))
    };
    let honest = [Pair("R, S", |r, s, _| little(r, s))];
    let hostile = all(
        [
            // Signatures would be malleable, as ECDSA's are.
            Pair("R, S + L", |r, s, l| little(r, &sum(s, l))),
            Pair("R, S + 2 L", |r, s, l| little(r, &sum(&sum(s, l), l))),
            Pair("R, L - S", |r, s, l| little(r, &difference(l, s))),
            Pair("R, 0", |r, _, _| little(r, &[0; 32])),
            Pair("R, L", |r, _, l| little(r, l)),
            Pair("R, S big-endian", |r, s, _| [r, s].concat()),
            Pair("-R, S", |r, s, _| little(&negated(r), s)),
            Pair("neutral point, 0", |_, _, _| little(&neutral(), &[0; 32])),
            Pair("neutral point, S", |_, s, _| little(&neutral(), s)),
            Pair("neutral point, L", |_, _, l| little(&neutral(), l)),
            Pair("point of order four, 0", |_, _, _| little(&[0; 32], &[0; 32])),
            Pair("no point, S", |_, s, _| little(&[0xFF; 32], s)),
            Pair("S, R", |r, s, _| little(s, r)),
        ],
        NO_SIGNATURE,
    );
    Generator::new("Ed25519", ED25519, make).add(catalogue, &honest, &hostile);
}

fn little(r: &[u8], s: &[u8]) -> Vec<u8> {
    r.iter().chain(s.iter().rev()).copied().collect()
}

/// `x = 0, y = 1`
fn neutral() -> Vec<u8> {
    let mut point = vec![0; 32];
    point[0] = 1;
    point
}

fn negated(point: &[u8]) -> Vec<u8> {
    let mut point = point.to_vec();
    point[31] ^= 0x80;
    point
}
