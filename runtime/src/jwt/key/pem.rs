//! Keys in PEM (RFC 7468) and DER.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jsonwebtoken::jwk::EllipticCurve;
use jsonwebtoken::{DecodingKey, EncodingKey};
use zeroize::Zeroizing;

use super::super::algorithm::{Algorithm, Family};
use super::Sound;
use super::provider::PROVIDER;
use super::public::Public;
use super::working::{SigningKey, VerifyingKey};

/// Reads one key.
pub(super) fn read(algorithm: Algorithm, pem: &[u8], id: Option<String>) -> Result<Sound, String> {
    let text = std::str::from_utf8(pem).map_err(|_| "the PEM is not UTF-8".to_owned())?;
    if text.matches("-----BEGIN ").count() != 1 {
        return Err("the PEM has not exactly one block".to_owned());
    }
    if text.contains("-----BEGIN CERTIFICATE") {
        return Err("the PEM is a certificate; extract its public key".to_owned());
    }
    if text.contains("PRIVATE KEY-----") {
        return private(algorithm, pem, id);
    }
    Sound::public(algorithm, &public(algorithm, pem)?, id)
}

/// Reads one key: as PKCS #8, else as SPKI.
pub(super) fn read_der(
    algorithm: Algorithm,
    der: &[u8],
    id: Option<String>,
) -> Result<Sound, String> {
    let pem = |label: &str| {
        let body = Zeroizing::new(STANDARD.encode(der));
        let mut pem = Zeroizing::new(format!("-----BEGIN {label}-----\n"));
        for line in body.as_bytes().chunks(64) {
            pem.push_str(std::str::from_utf8(line).unwrap_or_default());
            pem.push('\n');
        }
        pem.push_str(&format!("-----END {label}-----\n"));
        pem
    };
    match private(algorithm, pem("PRIVATE KEY").as_bytes(), id.clone()) {
        Ok(sound) => Ok(sound),
        Err(as_private) => match public(algorithm, pem("PUBLIC KEY").as_bytes()) {
            Ok(public) => Sound::public(algorithm, &public, id),
            Err(_) => Err(as_private),
        },
    }
}

fn private(algorithm: Algorithm, pem: &[u8], id: Option<String>) -> Result<Sound, String> {
    let key = match algorithm.family() {
        Family::Rsa => EncodingKey::from_rsa_pem(pem),
        Family::Ec { .. } => EncodingKey::from_ec_pem(pem),
        Family::Ed25519 | Family::Hmac { .. } => EncodingKey::from_ed_pem(pem),
    };
    let key = key.map_err(|_| unreadable(algorithm))?;
    let public = public_of(algorithm, &key)?;
    public.check(algorithm)?;
    let signing_id = match &id {
        Some(id) => id.clone(),
        None => public.thumbprint()?,
    };
    let signing = SigningKey::private(algorithm, key, signing_id);
    let verifying = VerifyingKey::public(algorithm, &public, id)?;
    // What cannot verify its own signature would refuse everyone, later.
    let own = signing.signature(b"portcullis").map_err(|_| unreadable(algorithm))?;
    if !verifying.verifies(b"portcullis", &own) {
        return Err(unreadable(algorithm));
    }
    Ok(Sound { verifying, signing: Some(signing) })
}

fn public_of(algorithm: Algorithm, key: &EncodingKey) -> Result<Public, String> {
    let (of, bytes) = (&PROVIDER.key_utils, key.as_bytes());
    let unreadable = |_| unreadable(algorithm);
    match algorithm.family() {
        Family::Rsa => (of.rsa_pub_components_from_private_key)(bytes)
            .map(|(n, e)| Public::Rsa { n, e })
            .map_err(unreadable),
        Family::Ec { curve, .. } => (of.ec_pub_components_from_private_key)(bytes, algorithm.jws())
            .map(|(_, x, y)| Public::Ec { curve, x, y })
            .map_err(unreadable),
        Family::Ed25519 | Family::Hmac { .. } => {
            (of.ed_pub_components_from_private_key)(bytes, &EllipticCurve::Ed25519)
                .map(|x| Public::Ed25519 { x })
                .map_err(unreadable)
        }
    }
}

fn public(algorithm: Algorithm, pem: &[u8]) -> Result<Public, String> {
    let unreadable = |_| unreadable(algorithm);
    let key = match algorithm.family() {
        Family::Rsa => DecodingKey::from_rsa_pem(pem),
        Family::Ec { .. } => DecodingKey::from_ec_pem(pem),
        Family::Ed25519 | Family::Hmac { .. } => DecodingKey::from_ed_pem(pem),
    };
    let key = key.map_err(unreadable)?;
    let bytes = key.try_get_as_bytes().map_err(unreadable)?;
    match algorithm.family() {
        Family::Rsa => (PROVIDER.key_utils.rsa_pub_components_from_public_key)(bytes)
            .map(|(n, e)| Public::Rsa { n, e })
            .map_err(unreadable),
        Family::Ec { .. } => point(bytes),
        Family::Ed25519 | Family::Hmac { .. } => Ok(Public::Ed25519 { x: bytes.to_vec() }),
    }
}

/// An uncompressed point (SEC 1 §2.3.3): the length tells the curve.
fn point(bytes: &[u8]) -> Result<Public, String> {
    let curve = match bytes.len() {
        65 => "P-256",
        97 => "P-384",
        133 => "P-521",
        _ => return Err("the key is no point on a known curve".to_owned()),
    };
    match bytes.split_first() {
        Some((4, coordinates)) => {
            let (x, y) = coordinates.split_at(coordinates.len() / 2);
            Ok(Public::Ec { curve, x: x.to_vec(), y: y.to_vec() })
        }
        _ => Err("the key is a compressed point; write it uncompressed".to_owned()),
    }
}

fn unreadable(algorithm: Algorithm) -> String {
    let least = match algorithm.family() {
        Family::Rsa => "; RSA keys need at least 2048 bits",
        _ => "",
    };
    format!("this cannot be read as a key for {}{least}", algorithm.name())
}
