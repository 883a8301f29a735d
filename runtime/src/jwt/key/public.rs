//! A public key by its numbers: what is weak or odd about it, and its thumbprint.

#[cfg(not(feature = "aws-lc-rs"))]
use jsonwebtoken::DecodingKey;
use jsonwebtoken::jwk::ThumbprintHash;
use num_bigint::BigUint;
use serde_json::Value;

use super::super::accept::encode;
use super::super::algorithm::{Algorithm, Family};
use super::ed25519;
use super::provider::{PROVIDER, is_on_curve};

/// RSA keys below this are within reach (NIST SP 800-57, RFC 7518 §3.3).
const LEAST_RSA_BITS: usize = 2048;
/// Beyond this a stranger's token costs too much to refuse.
const MOST_RSA_BITS: usize = 8192;
/// Neither cryptography verifies with more.
const MOST_RSA_EXPONENT_BITS: u64 = 33;

/// The numbers of a public key, big-endian.
#[derive(Debug)]
pub(super) enum Public {
    Rsa { n: Vec<u8>, e: Vec<u8> },
    Ec { curve: &'static str, x: Vec<u8>, y: Vec<u8> },
    Ed25519 { x: Vec<u8> },
}

impl Public {
    /// Without the zeros that some write before a number (RFC 7518 §6.3.1.1).
    pub(super) fn rsa(n: &[u8], e: &[u8]) -> Self {
        let number = |bytes: &[u8]| {
            let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
            bytes.iter().skip(zeros).copied().collect()
        };
        Self::Rsa { n: number(n), e: number(e) }
    }

    /// What is wrong with the key for an algorithm.
    pub(super) fn check(&self, algorithm: Algorithm) -> Result<(), String> {
        let name = algorithm.name();
        match (self, algorithm.family()) {
            (Self::Rsa { n, e }, Family::Rsa) => check_rsa(n, e),
            (Self::Ec { curve, x, y }, Family::Ec { curve: wanted, bytes }) => {
                if *curve != wanted {
                    return Err(format!("{name} takes a key on {wanted}; this one is on {curve}"));
                }
                let whole = x.len() == bytes && y.len() == bytes;
                let point = [&[4], x.as_slice(), y].concat();
                let sound = whole && is_on_curve(curve, &point);
                sound.then_some(()).ok_or_else(|| format!("the key is no point on {curve}"))
            }
            (Self::Ed25519 { x }, Family::Ed25519) => ed25519::check(x),
            (Self::Rsa { .. }, _) => Err(format!("{name} takes no RSA key")),
            (Self::Ec { .. }, _) => Err(format!("{name} takes no elliptic-curve key")),
            (Self::Ed25519 { .. }, _) => Err(format!("{name} takes no Ed25519 key")),
        }
    }

    #[cfg(not(feature = "aws-lc-rs"))]
    pub(super) fn decoding_key(&self) -> Result<DecodingKey, String> {
        match self {
            Self::Rsa { n, e } => Ok(DecodingKey::from_rsa_raw_components(n, e)),
            Self::Ec { x, y, .. } => DecodingKey::from_ec_components(&encode(x), &encode(y))
                .map_err(|error| format!("the key cannot be read: {error}")),
            Self::Ed25519 { x } => DecodingKey::from_ed_components(&encode(x))
                .map_err(|error| format!("the key cannot be read: {error}")),
        }
    }

    /// RFC 7638 §3: SHA-256 of the required members, in the order of their names.
    pub(super) fn thumbprint(&self) -> Result<String, String> {
        let members = self.members().map(|(name, value)| (name.to_owned(), value.into()));
        let text = Value::Object(members.collect()).to_string();
        (PROVIDER.key_utils.compute_digest)(text.as_bytes(), ThumbprintHash::SHA256)
            .map(|digest| encode(&digest))
            .map_err(|error| format!("the key has no thumbprint: {error}"))
    }
}

fn check_rsa(n: &[u8], e: &[u8]) -> Result<(), String> {
    let unused = n.first().map_or(0, |byte| byte.leading_zeros() as usize);
    let bits = n.len() * 8 - unused;
    if bits < LEAST_RSA_BITS {
        return Err(format!(
            "the RSA key has only {bits} bits; it needs at least {LEAST_RSA_BITS}"
        ));
    }
    if bits > MOST_RSA_BITS {
        return Err(format!("the RSA key has {bits} bits; more than {MOST_RSA_BITS} are too slow"));
    }
    let exponent = BigUint::from_bytes_be(e);
    if exponent.bits() > MOST_RSA_EXPONENT_BITS {
        return Err("the RSA key's exponent has more than 33 bits".to_owned());
    }
    // With an exponent of 1 every message is its own signature.
    if exponent < BigUint::from(3_u8) || !exponent.bit(0) {
        return Err("the RSA key's exponent is not an odd number from 3".to_owned());
    }
    let odd = n.last().is_some_and(|byte| byte % 2 == 1);
    odd.then_some(()).ok_or_else(|| "the RSA key's modulus is even".to_owned())
}

#[cfg(test)]
mod tests {
    use super::Public;
    use base64::Engine;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;

    #[test]
    fn thumbprints_are_those_of_the_rfcs() {
        let bytes = |text: &str| URL_SAFE_NO_PAD.decode(text).unwrap();
        // RFC 7638 §3.1
        let n = "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_\
                 BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGj\
                 QR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt\
                 -bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqD\
                 Kgw";
        let rsa = Public::Rsa { n: bytes(n), e: bytes("AQAB") };
        assert_eq!(rsa.thumbprint().unwrap(), "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
        // RFC 8037 A.3
        let ed = Public::Ed25519 { x: bytes("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo") };
        assert_eq!(ed.thumbprint().unwrap(), "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    }
}
