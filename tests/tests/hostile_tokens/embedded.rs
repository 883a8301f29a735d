//! Keys that the token brings or points to are the sender's choice, and are never used
//! (RFC 8725 §3.10).

use std::fmt;

use serde_json::{Value, json};

use crate::catalogue::{Catalogue, Generator, NO_SIGNATURE, all};
use crate::draft::{encode, joined, sound};
use crate::header::Member;
use crate::signer::{Signer, hs256, one_of_each_kind};

const SECRET: &[u8] = b"a secret that the sender has made up, long enough";

/// Whose key has signed, and what the token brings.
struct Brought(Key, Member);

#[derive(Clone, Copy)]
enum Key {
    /// The server's: whatever stands beside is not looked at.
    Own,
    /// One that the sender has, of the same algorithm.
    Senders,
    /// A shared secret.
    Secret,
}

impl fmt::Display for Brought {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = match self.0 {
            Key::Own => "the server's key",
            Key::Senders => "the sender's key",
            Key::Secret => "a secret",
        };
        write!(f, "{key}, {}", self.1)
    }
}

pub(crate) fn add(catalogue: &mut Catalogue) {
    let make = |signer: &Signer, Brought(key, Member(name, value)): &Brought| {
        let draft = sound(signer).header(name, value.clone());
        match key {
            Key::Own => draft.signed(signer),
            Key::Senders => joined(&draft.message(), signer.forge(&draft.message())),
            Key::Secret => {
                let message = draft.header("alg", "HS256").message();
                joined(&message, hs256(SECRET, &message))
            }
        }
    };
    let brought = |key| members().into_iter().map(move |member| Brought(key, member));
    for signers in one_of_each_kind() {
        let why = match signers {
            [signer] if signer.public.is_some() => "`alg` is not the key's algorithm",
            _ => NO_SIGNATURE,
        };
        let mut hostile = all(brought(Key::Senders), NO_SIGNATURE);
        hostile.extend(all(brought(Key::Secret), why));
        let honest = brought(Key::Own).collect::<Vec<_>>();
        Generator::new("embedded key", signers, make).add(catalogue, &honest, &hostile);
    }
}

fn members() -> Vec<Member> {
    let secret = json!({"kty": "oct", "alg": "HS256", "use": "sig", "k": encode(SECRET)});
    let url = |path: &str| json!(format!("https://attacker.example/{path}"));
    let mut members = vec![
        Member("jwk", secret.clone()),
        Member("jwk", json!({"keys": [secret]})),
        Member("jwk", json!({"kty": "OKP", "crv": "Ed25519", "x": encode([1; 32])})),
        Member("jwk", json!({"kty": "oct", "k": ""})),
        Member("jwk", json!("no key")),
        Member("jku", url("keys.json")),
        Member("jku", json!("file:///dev/null")),
        Member("x5u", url("chain.pem")),
        Member("x5c", json!([encode(SECRET)])),
        Member("x5t", json!(encode([7; 20]))),
        Member("x5t#S256", json!(encode([7; 32]))),
        Member("kid", url("key")),
    ];
    members.extend([Value::Null, json!(7), json!([])].map(|odd| Member("x5c", odd)));
    members
}
