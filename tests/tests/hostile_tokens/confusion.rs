//! A token chooses neither the algorithm nor the key (RFC 8725 §2.1, §3.1–2).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::catalogue::{Catalogue, Generator, NO_SIGNATURE, all};
use crate::draft::{encode, joined, sound, written};
use crate::signer::{ALL, ED25519, HMAC, P256, P384, RSA, Signer, hs256};

const OTHER: &str = "`alg` is not the key's algorithm";

/// Names of algorithms that no key has, and spellings of those that one has.
const NOBODYS: [&str; 26] = [
    "none",
    "None",
    "NONE",
    "nOnE",
    "none ",
    " none",
    "",
    "null",
    "false",
    "0",
    "dir",
    "A256KW",
    "RSA-OAEP",
    "RSA1_5",
    "ECDH-ES",
    "A256GCM",
    "ES512",
    "ES256K",
    "Ed25519",
    "Ed448",
    "RS1",
    "HS1",
    "SHA256",
    "HS256\0",
    "*",
    "HS256,RS256",
];

pub(crate) fn add(catalogue: &mut Catalogue) {
    let named = |signer: &Signer, name: &&str| sound(signer).header("alg", *name).signed(signer);
    for signers in ALL {
        let one_by_one = signers.iter().map(std::slice::from_ref);
        for (signer, only) in signers.iter().zip(one_by_one) {
            let lower = signer.name.to_ascii_lowercase();
            let lower = (signer.name != lower).then_some(&*lower);
            let others = others(signer).map(|other| other.name);
            let names = others.chain(NOBODYS).chain(lower).collect::<Vec<_>>();
            let generator = Generator::new("alg", only, named);
            generator.add(catalogue, &[signer.name], &all(names, OTHER));
            signed_by_others(catalogue, signer, only);
        }
    }
    for signers in [RSA, P256, P384, ED25519] {
        public_key_as_secret(catalogue, signers);
    }
    unsigned(catalogue);
}

fn others(signer: &'static Signer) -> impl Iterator<Item = &'static Signer> {
    ALL.into_iter().flatten().filter(|other| other.name != signer.name)
}

/// By a key and an algorithm of the servers that are not this one's; the header says so, or
/// does not.
fn signed_by_others(catalogue: &mut Catalogue, own: &'static Signer, only: &'static [Signer]) {
    let find = |name: &str| ALL.into_iter().flatten().find(|signer| signer.name == name).unwrap();
    let openly = |_: &Signer, by: &&str| sound(find(by)).signed(find(by));
    let covertly = |signer: &Signer, by: &&str| sound(signer).signed(find(by));
    let names = others(own).map(|other| other.name).collect::<Vec<_>>();
    let covert = Generator::new("signed by another", only, covertly);
    covert.add(catalogue, &[own.name], &all(names.clone(), NO_SIGNATURE));
    let open = Generator::new("of another", only, openly);
    open.add(catalogue, &[own.name], &all(names, OTHER));
}

/// Whoever verifies with the key that the algorithm of the token takes it for would let in
/// everyone who has the public key.
fn public_key_as_secret(catalogue: &mut Catalogue, signers: &'static [Signer]) {
    let make = |signer: &Signer, form: &&str| {
        let pem = signer.public.unwrap();
        let body = pem.lines().filter(|line| !line.starts_with("-----")).collect::<String>();
        let der = STANDARD.decode(&body).unwrap();
        let secret = match *form {
            "its own key" => return sound(signer).signed(signer),
            "PEM" => pem.as_bytes().to_vec(),
            "PEM without the last line break" => pem.trim_end().as_bytes().to_vec(),
            "PEM with CRLF" => pem.replace('\n', "\r\n").into_bytes(),
            "base64" => body.into_bytes(),
            "DER" => der,
            "the key's bits" => der[der.len() - 32..].to_vec(),
            _ => Vec::new(),
        };
        let message = sound(signer).header("alg", "HS256").message();
        joined(&message, hs256(&secret, &message))
    };
    let hostile = [
        "PEM",
        "PEM without the last line break",
        "PEM with CRLF",
        "base64",
        "DER",
        "the key's bits",
        "empty",
    ];
    let generator = Generator::new("public key as secret", signers, make);
    generator.add(catalogue, &["its own key"], &all(hostile, OTHER));
}

/// RFC 7519 §6: unsecured.
fn unsigned(catalogue: &mut Catalogue) {
    const EMPTY: &str = "a part of the token is empty";
    const PARTS: &str = "the token has not three parts";
    let make = |signer: &Signer, form: &&str| {
        let claims = sound(signer).claims_text();
        let unsigned =
            |alg: &str| format!("{}.{}", encode(format!(r#"{{"alg":"{alg}"}}"#)), encode(&claims));
        match *form {
            "signed" => written(signer, &format!(r#"{{"alg":"{}"}}"#, signer.name), &claims),
            "none." => unsigned("none") + ".",
            "None." => unsigned("None") + ".",
            "no second dot" => unsigned("none"),
            "none.e30" => unsigned("none") + ".e30",
            "own alg." => unsigned(signer.name) + ".",
            _ => unsigned(signer.name),
        }
    };
    let hostile = [
        ("none.", EMPTY),
        ("None.", EMPTY),
        ("no second dot", PARTS),
        ("none.e30", OTHER),
        ("own alg.", EMPTY),
        ("own alg", PARTS),
    ];
    for signers in [HMAC, RSA, P256, P384, ED25519] {
        Generator::new("unsigned", signers, make).add(catalogue, &["signed"], &hostile);
    }
}
