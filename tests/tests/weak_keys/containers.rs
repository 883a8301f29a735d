//! PEM and DER that hold something else than one key (RFC 7468).

use portcullis::{Algorithm, Key};

use crate::{der, der_refused, key, pem_refused, starts};

const ES256: Algorithm = Algorithm::Es256;

#[test]
fn a_certificate() {
    let why = "the PEM is a certificate; extract its public key";
    pem_refused(ES256, key!("odd/certificate.pem"), why);
}

#[test]
fn an_encrypted_key() {
    let why = "the PEM is encrypted; give the key decrypted";
    pem_refused(ES256, key!("odd/encrypted.pem"), why);
    pem_refused(Algorithm::Rs256, key!("odd/encrypted_traditional.pem"), why);
}

#[test]
fn a_key_in_another_form() {
    pem_refused(ES256, key!("odd/sec1.pem"), "the PEM is a key of SEC 1; make it PKCS #8");
    let why = "the PEM's label is not that of a public or private key";
    pem_refused(Algorithm::EdDsa, key!("odd/openssh.pem"), why);
    starts(Key::pem(Algorithm::Rs256, key!("rsa2048.pkcs1.pem")));
    starts(Key::pem(Algorithm::Rs256, key!("rsa2048.pkcs1.pub.pem")));
}

#[test]
fn none_or_several_keys() {
    let why = "the PEM has not exactly one block";
    for pem in ["", "nonsense", &[key!("p256.pem"), key!("p384.pem")].concat()] {
        pem_refused(ES256, pem, why);
    }
}

#[test]
fn something_after_the_end() {
    let why = "the PEM has something after its end";
    for rest in ["x", "garbage after the key\n", "\n\nkey: 7\n"] {
        pem_refused(ES256, &[key!("p256.pem"), rest].concat(), why);
    }
    // RFC 7468 §5.2: explanatory text stands before.
    starts(Key::pem(ES256, ["our key\n", key!("p256.pem"), "\n \n"].concat()));
}

#[test]
fn bytes_after_the_key() {
    let (ec, rsa, ed) = (ES256, Algorithm::Rs256, Algorithm::EdDsa);
    for (algorithm, name, label, pem) in [
        (ec, "ES256", "PRIVATE KEY", key!("p256.pem")),
        (ec, "ES256", "PUBLIC KEY", key!("p256.pub.pem")),
        (rsa, "RS256", "PRIVATE KEY", key!("rsa2048.pem")),
        (rsa, "RS256", "PUBLIC KEY", key!("rsa2048.pub.pem")),
        (ed, "EdDSA", "PRIVATE KEY", key!("ed25519.pem")),
        (ed, "EdDSA", "PUBLIC KEY", key!("ed25519.pub.pem")),
    ] {
        let why = format!("this cannot be read as a key for {name}");
        starts(Key::der(algorithm, der(pem)));
        for rest in [&[0][..], &[5, 0], b"garbage", &der(pem)] {
            der_refused(algorithm, label, &[&der(pem)[..], rest].concat(), &why);
        }
        let whole = der(pem);
        der_refused(algorithm, label, &whole[..whole.len() - 1], &why);
    }
}

/// The private number of one key with the public point of another.
#[test]
fn halves_of_two_keys() {
    let own = der(key!("p256.pem"));
    let other = der(key!("other_p256.pem"));
    assert_eq!(own.len(), other.len());
    let mixed = [&own[..own.len() - 65], &other[other.len() - 65..]].concat();
    let why = "this cannot be read as a key for ES256";
    der_refused(ES256, "PRIVATE KEY", &mixed, why);
}
