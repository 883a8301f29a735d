//! Signatures of RSA: a number below the modulus, of exactly as many bytes (RFC 8017 §8.1.2,
//! §8.2.2).

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;

use crate::catalogue::{Catalogue, Generator, NO_SIGNATURE, all};
use crate::draft::{joined, sound};
use crate::numbers::{difference, sum};
use crate::signer::{RSA, Signer};

/// A signature from one and the modulus.
struct Number(&'static str, fn(&[u8], &[u8]) -> Vec<u8>);

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

pub(crate) fn add(catalogue: &mut Catalogue) {
    let modulus = modulus();
    let make = move |signer: &Signer, number: &Number| {
        // A message whose signature is so small that the modulus can be added.
        let drafts = (0..).map(|jti: u32| sound(signer).claim("jti", jti.to_string()).message());
        let mut signed = drafts.map(|message| (signer.sign(&message), message));
        let fits = |(s, _): &(Vec<u8>, String)| sum(s, &modulus).len() == modulus.len();
        let (s, message) = signed.find(fits).unwrap();
        joined(&message, (number.1)(&s, &modulus))
    };
    let honest = [Number("s", |s, _| s.to_vec())];
    let hostile = all(
        [
            Number("n - s", |s, n| difference(n, s)),
            // As good for whoever does not look at its size (RFC 8017 §5.2.2).
            Number("s + n", sum),
            Number("n", |_, n| n.to_vec()),
            Number("n - 1", |_, n| difference(n, &[1])),
            Number("n + 1", |_, n| sum(n, &[&vec![0; n.len() - 1], &[1][..]].concat())),
            Number("1", |s, _| [&vec![0; s.len() - 1], &[1][..]].concat()),
            Number("1, short", |_, _| vec![1]),
            Number("little-endian", |s, _| s.iter().rev().copied().collect()),
            Number("without its last byte, a zero before", |s, _| {
                [&[0], &s[..s.len() - 1]].concat()
            }),
        ],
        NO_SIGNATURE,
    );
    Generator::new("RSA", RSA, make).add(catalogue, &honest, &hostile);
}

fn modulus() -> Vec<u8> {
    let jwk = include_str!("../../keys/rsa2048.jwk");
    let jwk = serde_json::from_str::<Value>(jwk).unwrap();
    URL_SAFE_NO_PAD.decode(jwk["n"].as_str().unwrap()).unwrap()
}
