//! Signatures that are not those of the key and the message, for every algorithm.

use std::fmt;

use crate::catalogue::{Catalogue, Generator, NO_SIGNATURE};
use crate::draft::{encode, joined, sound};
use crate::signer::{ALL, Signer};

/// What becomes of a message and its signature.
struct Spoiled(&'static str, fn(&Signer, &str, Vec<u8>) -> Vec<u8>);

impl fmt::Display for Spoiled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

pub(crate) fn add(catalogue: &mut Catalogue) {
    let make = |signer, spoiled: &Spoiled| {
        let message = sound(signer).message();
        let signature = signer.sign(&message);
        joined(&message, (spoiled.1)(signer, &message, signature))
    };
    let honest = [Spoiled("as it was made", |_, _, signature| signature)];
    let empty = Spoiled("empty", |_, _, _| Vec::new());
    let hostile = bits().into_iter().chain(lengths()).chain(contents()).chain(messages());
    let mut hostile = hostile.map(|spoiled| (spoiled, NO_SIGNATURE)).collect::<Vec<_>>();
    hostile.push((empty, "a part of the token is empty"));
    for signers in ALL {
        Generator::new("signature", signers, make).add(catalogue, &honest, &hostile);
    }
}

fn bits() -> [Spoiled; 4] {
    fn flipped(mut signature: Vec<u8>, at: usize, bit: u8) -> Vec<u8> {
        signature[at] ^= bit;
        signature
    }
    [
        Spoiled("first bit flipped", |_, _, signature| flipped(signature, 0, 0x80)),
        Spoiled("second byte's last bit flipped", |_, _, signature| flipped(signature, 1, 1)),
        Spoiled("middle bit flipped", |_, _, signature| {
            let middle = signature.len() / 2;
            flipped(signature, middle, 0x10)
        }),
        Spoiled("last bit flipped", |_, _, signature| {
            let last = signature.len() - 1;
            flipped(signature, last, 1)
        }),
    ]
}

fn lengths() -> [Spoiled; 9] {
    [
        Spoiled("one byte", |_, _, signature| signature[..1].to_vec()),
        Spoiled("first half", |_, _, signature| signature[..signature.len() / 2].to_vec()),
        Spoiled("second half", |_, _, signature| signature[signature.len() / 2..].to_vec()),
        Spoiled("last byte cut", |_, _, signature| signature[..signature.len() - 1].to_vec()),
        Spoiled("first byte cut", |_, _, signature| signature[1..].to_vec()),
        Spoiled("zero byte after", |_, _, signature| [&signature[..], &[0]].concat()),
        Spoiled("zero byte before", |_, _, signature| [&[0], &signature[..]].concat()),
        Spoiled("twice", |_, _, signature| signature.repeat(2)),
        Spoiled("512 bytes after", |_, _, signature| [&signature[..], &[7; 512]].concat()),
    ]
}

fn contents() -> [Spoiled; 7] {
    [
        Spoiled("all zero", |_, _, signature| vec![0; signature.len()]),
        Spoiled("all ones", |_, _, signature| vec![0xFF; signature.len()]),
        Spoiled("backwards", |_, _, signature| signature.into_iter().rev().collect()),
        Spoiled("halves swapped", |_, _, signature| {
            let (first, second) = signature.split_at(signature.len() / 2);
            [second, first].concat()
        }),
        Spoiled("base64url twice", |_, _, signature| encode(signature).into_bytes()),
        Spoiled("hexadecimal", |_, _, signature| {
            let digits = signature.iter().map(|byte| format!("{byte:02x}"));
            digits.collect::<String>().into_bytes()
        }),
        Spoiled("the message itself", |_, message, _| message.as_bytes().to_vec()),
    ]
}

fn messages() -> [Spoiled; 8] {
    [
        Spoiled("of somebody else's key", |signer, message, _| signer.forge(message)),
        Spoiled("of another subject", |signer, _, _| {
            signer.sign(&sound(signer).claim("sub", "bob").message())
        }),
        Spoiled("of a header with typ", |signer, _, _| {
            signer.sign(&sound(signer).header("typ", "JWT").message())
        }),
        Spoiled("of the claims alone", |signer, message, _| {
            signer.sign(message.rsplit('.').next().unwrap_or_default())
        }),
        Spoiled("of the header alone", |signer, message, _| {
            signer.sign(message.split('.').next().unwrap_or_default())
        }),
        Spoiled("without the dot", |signer, message, _| signer.sign(&message.replace('.', ""))),
        Spoiled("of the decoded texts", |signer, _, _| {
            let draft = sound(signer);
            signer.sign(&format!("{}.{}", draft.header_text(), draft.claims_text()))
        }),
        Spoiled("of nothing", |signer, _, _| signer.sign("")),
    ]
}
