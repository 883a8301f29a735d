//! Keys in PEM (RFC 7468) and DER.

use jsonwebtoken::EncodingKey;
use jsonwebtoken::jwk::EllipticCurve;
use pem::Pem;
use zeroize::Zeroizing;

use super::super::algorithm::{Algorithm, Family};
use super::Sound;
use super::container::{self, Kind};
use super::provider::PROVIDER;
use super::public::Public;
use super::working::{SigningKey, VerifyingKey};

/// Reads one key.
pub(super) fn read(algorithm: Algorithm, pem: &[u8], id: Option<String>) -> Result<Sound, String> {
    let text = std::str::from_utf8(pem).map_err(|_| "the PEM is not UTF-8".to_owned())?;
    if text.matches("-----BEGIN ").count() != 1 {
        return Err("the PEM has not exactly one block".to_owned());
    }
    if text.contains("-----BEGIN ENCRYPTED") || text.contains("Proc-Type:") {
        return Err("the PEM is encrypted; give the key decrypted".to_owned());
    }
    if !text.trim_end().ends_with("-----") {
        return Err("the PEM has something after its end".to_owned());
    }
    let block = pem::parse(text).map_err(|_| unreadable(algorithm))?;
    let label = block.tag().to_owned();
    let der = Zeroizing::new(block.into_contents());
    match label.as_str() {
        "PRIVATE KEY" => private(algorithm, &der, id),
        "RSA PRIVATE KEY" => {
            Kind::Rsa.check(algorithm)?;
            signing(algorithm, EncodingKey::from_rsa_pem(pem), id)
        }
        "PUBLIC KEY" => Sound::public(algorithm, &public(algorithm, &der)?, id),
        "RSA PUBLIC KEY" => {
            Kind::Rsa.check(algorithm)?;
            Sound::public(algorithm, &rsa(algorithm, &der)?, id)
        }
        "CERTIFICATE" => Err("the PEM is a certificate; extract its public key".to_owned()),
        "EC PRIVATE KEY" => Err("the PEM is a key of SEC 1; make it PKCS #8 with `openssl pkcs8 \
                                 -topk8 -nocrypt`"
            .to_owned()),
        _ => Err("the PEM's label is not that of a public or private key".to_owned()),
    }
}

/// Reads one key: as SPKI, else as PKCS #8.
pub(super) fn read_der(
    algorithm: Algorithm,
    der: &[u8],
    id: Option<String>,
) -> Result<Sound, String> {
    if container::public(der).is_some() {
        return Sound::public(algorithm, &public(algorithm, der)?, id);
    }
    private(algorithm, der, id)
}

/// A key in PKCS #8.
fn private(algorithm: Algorithm, der: &[u8], id: Option<String>) -> Result<Sound, String> {
    container::private(der).ok_or_else(|| unreadable(algorithm))?.check(algorithm)?;
    let pem = Zeroizing::new(pem::encode(&Pem::new("PRIVATE KEY", der)));
    let key = match algorithm.family() {
        Family::Rsa => EncodingKey::from_rsa_pem(pem.as_bytes()),
        Family::Ec { .. } => EncodingKey::from_ec_pem(pem.as_bytes()),
        Family::Ed25519 | Family::Hmac { .. } => EncodingKey::from_ed_pem(pem.as_bytes()),
    };
    signing(algorithm, key, id)
}

fn signing(
    algorithm: Algorithm,
    key: jsonwebtoken::errors::Result<EncodingKey>,
    id: Option<String>,
) -> Result<Sound, String> {
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
            .map(|(n, e)| Public::rsa(&n, &e))
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

/// A key in SPKI.
fn public(algorithm: Algorithm, der: &[u8]) -> Result<Public, String> {
    let (kind, bits) = container::public(der).ok_or_else(|| unreadable(algorithm))?;
    kind.check(algorithm)?;
    match kind {
        Kind::Rsa => rsa(algorithm, &bits),
        Kind::Ec(curve) => point(curve, &bits),
        Kind::Ed25519 => Ok(Public::Ed25519 { x: bits }),
        Kind::Other(_) => Err(unreadable(algorithm)),
    }
}

/// `RSAPublicKey`, RFC 8017 §A.1.1.
fn rsa(algorithm: Algorithm, der: &[u8]) -> Result<Public, String> {
    container::sequence(der).ok_or_else(|| unreadable(algorithm))?;
    (PROVIDER.key_utils.rsa_pub_components_from_public_key)(der)
        .map(|(n, e)| Public::rsa(&n, &e))
        .map_err(|_| unreadable(algorithm))
}

/// An uncompressed point (SEC 1 §2.3.3).
fn point(curve: &'static str, bits: &[u8]) -> Result<Public, String> {
    match bits.split_first() {
        Some((4, coordinates)) => {
            let (x, y) = coordinates.split_at(coordinates.len() / 2);
            Ok(Public::Ec { curve, x: x.to_vec(), y: y.to_vec() })
        }
        Some((2 | 3, _)) => Err("the key is a compressed point; write it uncompressed".to_owned()),
        _ => Err(format!("the key is no point on {curve}")),
    }
}

fn unreadable(algorithm: Algorithm) -> String {
    let least = match algorithm.family() {
        Family::Rsa => "; RSA keys need at least 2048 bits",
        _ => "",
    };
    format!("this cannot be read as a key for {}{least}", algorithm.name())
}
