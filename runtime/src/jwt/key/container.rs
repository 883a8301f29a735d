//! The containers of keys in DER: SubjectPublicKeyInfo (RFC 5280 §4.1) and PKCS #8 (RFC 5958).
//! What a key is, its container says; nothing is guessed from its length.

use simple_asn1::{ASN1Block, OID};

use super::super::algorithm::{Algorithm, Family};

/// What a container says that it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Rsa,
    /// On the curve of this name.
    Ec(&'static str),
    Ed25519,
    /// A key that no algorithm here takes.
    Other(&'static str),
}

impl Kind {
    /// Whether an algorithm takes such a key.
    pub(super) fn check(self, algorithm: Algorithm) -> Result<(), String> {
        let name = algorithm.name();
        match (self, algorithm.family()) {
            (Self::Rsa, Family::Rsa) | (Self::Ed25519, Family::Ed25519) => Ok(()),
            (Self::Ec(curve), Family::Ec { curve: wanted, .. }) if curve == wanted => Ok(()),
            (Self::Ec(curve), Family::Ec { curve: wanted, .. }) => {
                Err(format!("{name} takes a key on {wanted}; this one is on {curve}"))
            }
            (Self::Rsa, _) => Err(format!("{name} takes no RSA key")),
            (Self::Ec(_), _) => Err(format!("{name} takes no elliptic-curve key")),
            (Self::Ed25519, _) => Err(format!("{name} takes no Ed25519 key")),
            (Self::Other(kind), _) => Err(format!("{name} takes no {kind} key")),
        }
    }
}

/// What a SubjectPublicKeyInfo holds, and the key's bits.
pub(super) fn public(der: &[u8]) -> Option<(Kind, Vec<u8>)> {
    match sequence(der)?.as_slice() {
        [ASN1Block::Sequence(_, algorithm), ASN1Block::BitString(_, bits, bytes)]
            if *bits == bytes.len() * 8 =>
        {
            Some((kind(algorithm)?, bytes.clone()))
        }
        _ => None,
    }
}

/// What a PKCS #8 holds.
pub(super) fn private(der: &[u8]) -> Option<Kind> {
    match sequence(der)?.as_slice() {
        [
            ASN1Block::Integer(..),
            ASN1Block::Sequence(_, algorithm),
            ASN1Block::OctetString(..),
            ..,
        ] => kind(algorithm),
        _ => None,
    }
}

/// One sequence, with nothing after it.
pub(super) fn sequence(der: &[u8]) -> Option<Vec<ASN1Block>> {
    let mut blocks = simple_asn1::from_der(der).ok()?.into_iter();
    match (blocks.next(), blocks.next()) {
        (Some(ASN1Block::Sequence(_, items)), None) => Some(items),
        _ => None,
    }
}

/// RFC 3279 §2.3.1, RFC 5480 §2.1, RFC 8410 §3.
fn kind(algorithm: &[ASN1Block]) -> Option<Kind> {
    let (ASN1Block::ObjectIdentifier(_, algorithm), parameters) = algorithm.split_first()? else {
        return None;
    };
    Some(match (numbers(algorithm)?.as_slice(), parameters) {
        ([1, 2, 840, 113_549, 1, 1, 1], [ASN1Block::Null(_)] | []) => Kind::Rsa,
        ([1, 2, 840, 113_549, 1, 1, 10], _) => Kind::Other("RSASSA-PSS-only"),
        ([1, 2, 840, 10_045, 2, 1], [ASN1Block::ObjectIdentifier(_, named)]) => {
            Kind::Ec(curve(named)?)
        }
        ([1, 2, 840, 10_045, 2, 1], _) => Kind::Ec("a curve without a name"),
        ([1, 3, 101, 112], []) => Kind::Ed25519,
        ([1, 3, 101, 110], _) => Kind::Other("X25519"),
        ([1, 3, 101, 111], _) => Kind::Other("X448"),
        ([1, 3, 101, 113], _) => Kind::Other("Ed448"),
        ([1, 2, 840, 10_040, 4, 1], _) => Kind::Other("DSA"),
        _ => return None,
    })
}

/// RFC 5480 §2.1.1.1; secp256k1: SEC 2 §A.2.1
fn curve(named: &OID) -> Option<&'static str> {
    Some(match numbers(named)?.as_slice() {
        [1, 2, 840, 10_045, 3, 1, 7] => "P-256",
        [1, 3, 132, 0, 34] => "P-384",
        [1, 3, 132, 0, 35] => "P-521",
        [1, 3, 132, 0, 10] => "secp256k1",
        _ => "another curve",
    })
}

fn numbers(oid: &OID) -> Option<Vec<u64>> {
    oid.as_vec().ok()
}
