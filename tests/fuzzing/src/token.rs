//! Whatever claims to be a token.

use std::slice;

use actix_web::http::header::HeaderValue;
use arbitrary::{Arbitrary, Unstructured};

use crate::definition::base64url::encode;
use crate::definition::bearer::{Carried, carried};
use crate::definition::keys::{self, Key, hs256};
use crate::signed::{SCHEMES, ask, is_let_in};

mod members;

const INVALID: &str = r#"Bearer realm="api", error="invalid_token""#;

/// Makes a token of these bytes and brings it to four schemes. Each must let in whom the
/// definition lets in, as the caller that the token says, and nobody else; a refusal must tell
/// nothing.
///
/// The first byte says what follows: the token itself; header and claims, which are then signed,
/// each a line; or choices among members that make a difference. Then the token may be damaged.
///
/// # Panics
///
/// If a scheme judges otherwise.
pub fn token(data: &[u8]) {
    let Some(token) = made(data) else { return };
    let field = [b"Bearer ", token.as_slice()].concat();
    // What is no token is for the target `header`.
    let Carried::Token(token) = carried(&[&field]) else { return };
    let field = HeaderValue::from_bytes(&field).expect("characters of a header");
    for (path, told) in &SCHEMES {
        let answer = ask(path, slice::from_ref(&field));
        match told.facts(&token) {
            Some(facts) => is_let_in(&answer, path, &facts),
            None => answer.is_refusal(401, INVALID),
        }
    }
}

fn made(data: &[u8]) -> Option<Vec<u8>> {
    let (kind, rest) = data.split_first()?;
    let whole = match kind % 4 {
        0 => return Some(rest.to_vec()),
        1 => of_lines(rest)?,
        _ => members::token(&mut Unstructured::new(rest)).ok()?,
    };
    match kind % 4 {
        3 => damaged(whole, &mut Unstructured::new(rest)).ok(),
        _ => Some(whole),
    }
}

/// A byte for the key, then header and claims, each a line.
fn of_lines(data: &[u8]) -> Option<Vec<u8>> {
    let (signer, rest) = data.split_first()?;
    let mut lines = rest.splitn(2, |byte| *byte == b'\n');
    Some(signed(Signer::of(*signer), lines.next()?, lines.next()?))
}

/// Who signs.
#[derive(Clone, Copy)]
enum Signer {
    Key(Key),
    /// HMAC with what everybody knows: the public key, as bytes or as text; nothing.
    Confused(u8),
}

impl Signer {
    fn of(number: u8) -> Self {
        match number % 8 {
            0 | 1 => Self::Key(Key::Hs256(0)),
            2 => Self::Key(Key::Hs256(1)),
            3 => Self::Key(Key::Hs512(2)),
            4 => Self::Key(Key::Ed25519),
            other => Self::Confused(other),
        }
    }

    fn sign(self, message: &[u8]) -> Vec<u8> {
        match self {
            Self::Key(key) => key.sign(message),
            Self::Confused(5) => hs256(keys::public().as_bytes(), message),
            Self::Confused(6) => hs256(&keys::public_bytes(), message),
            Self::Confused(_) => hs256(b"", message),
        }
    }
}

fn signed(signer: Signer, header: &[u8], claims: &[u8]) -> Vec<u8> {
    let message = format!("{}.{}", encode(header), encode(claims));
    let signature = signer.sign(message.as_bytes());
    format!("{message}.{}", encode(&signature)).into_bytes()
}

/// The same with some bytes changed, from the end of the choices.
fn damaged(mut token: Vec<u8>, choices: &mut Unstructured<'_>) -> arbitrary::Result<Vec<u8>> {
    for _ in 0..choices.int_in_range(1..=3)? {
        let at = choices.choose_index(token.len().max(1))?;
        let byte = *choices.choose(b".-_AQgw019azZ=+/~")?;
        match u8::arbitrary(choices)? % 5 {
            0 => token.insert(at, byte),
            1 => token.truncate(at),
            2 if at < token.len() => drop(token.remove(at)),
            3 if at < token.len() => token[at] ^= 1,
            _ if at < token.len() => token[at] = byte,
            _ => {}
        }
    }
    Ok(token)
}
