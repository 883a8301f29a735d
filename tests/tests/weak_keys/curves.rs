//! Keys on elliptic curves: of another curve than the algorithm's, or on none (RFC 7518 §6.2).

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use portcullis::{Algorithm, Key};
use serde_json::{Value, json};

use crate::{der, der_refused, encode, jwk_refused, key, pem_refused, starts};

const ES256: Algorithm = Algorithm::Es256;
const ES384: Algorithm = Algorithm::Es384;

/// The coordinates of a sound key.
fn point(jwk: &str) -> [Vec<u8>; 2] {
    let jwk = serde_json::from_str::<Value>(jwk).unwrap();
    ["x", "y"].map(|name| URL_SAFE_NO_PAD.decode(jwk[name].as_str().unwrap()).unwrap())
}

fn jwk(curve: &str, x: &[u8], y: &[u8]) -> String {
    json!({"kty": "EC", "crv": curve, "x": encode(x), "y": encode(y)}).to_string()
}

#[test]
fn a_point_off_the_curve() {
    for (curve, file) in [("P-256", key!("p256.jwk")), ("P-384", key!("p384.jwk"))] {
        let why = format!("the key is no point on {curve}");
        let [x, y] = point(file);
        starts(Key::jwk(jwk(curve, &x, &y)));
        let mut other = y.clone();
        *other.last_mut().unwrap() ^= 1;
        jwk_refused(&jwk(curve, &x, &other), &why);
        jwk_refused(&jwk(curve, &y, &x), &why);
        let zero = vec![0; x.len()];
        jwk_refused(&jwk(curve, &zero, &zero), &why);
        jwk_refused(&jwk(curve, &vec![0xFF; x.len()], &y), &why);
    }
}

#[test]
fn a_point_off_the_curve_in_pem_and_der() {
    for (algorithm, pem, curve) in
        [(ES256, key!("p256.pub.pem"), "P-256"), (ES384, key!("p384.pub.pem"), "P-384")]
    {
        starts(Key::der(algorithm, der(pem)));
        let mut der = der(pem);
        *der.last_mut().unwrap() ^= 1;
        let why = format!("the key is no point on {curve}");
        der_refused(algorithm, "PUBLIC KEY", &der, &why);
    }
}

#[test]
fn the_point_at_infinity() {
    let mut der = der(key!("p256.pub.pem"));
    // A bit string of the one byte 0 (SEC 1 §2.3.3).
    der.truncate(der.len() - 65 - 1);
    let at = der.len() - 1;
    der[at] = 2;
    der.extend([0, 0]);
    der[1] = u8::try_from(der.len() - 2).unwrap();
    der_refused(ES256, "PUBLIC KEY", &der, "the key is no point on P-256");
}

#[test]
fn coordinates_of_a_wrong_length() {
    let [x, y] = point(key!("p256.jwk"));
    let why = "the key is no point on P-256";
    jwk_refused(&jwk("P-256", &x[..31], &y), why);
    jwk_refused(&jwk("P-256", &[&[0], &x[..]].concat(), &y), why);
    jwk_refused(&jwk("P-256", &[], &[]), why);
    let whole = [x, y].concat();
    jwk_refused(&jwk("P-256", &whole[..16], &whole[16..]), why);
}

#[test]
fn the_curve_of_another_algorithm() {
    let why = "ES256 takes a key on P-256; this one is on P-384";
    pem_refused(ES256, key!("p384.pem"), why);
    pem_refused(ES256, key!("p384.pub.pem"), why);
    pem_refused(ES384, key!("p256.pem"), "ES384 takes a key on P-384; this one is on P-256");
    let [x, y] = point(key!("p256.jwk"));
    let whole = jwk("P-256", &x, &y);
    jwk_refused(&whole.replace('{', r#"{"alg":"ES384","#), "ES384 takes a key on P-384");
}

/// P-256 and secp256k1 have points of one length: what counts is the curve's name.
#[test]
fn secp256k1_for_p256() {
    let why = "ES256 takes a key on P-256; this one is on secp256k1";
    pem_refused(ES256, key!("odd/secp256k1.pem"), why);
    pem_refused(ES256, key!("odd/secp256k1.pub.pem"), why);
    der_refused(ES256, "PUBLIC KEY", &der(key!("odd/secp256k1.pub.pem")), why);
    // Its point under the other name is off that curve.
    let spki = der(key!("odd/secp256k1.pub.pem"));
    let (x, y) = spki[spki.len() - 64..].split_at(32);
    jwk_refused(&jwk("P-256", x, y), "the key is no point on P-256");
    jwk_refused(&jwk("secp256k1", x, y), "the JWK names no algorithm");
}

#[test]
fn p521() {
    let why = "ES384 takes a key on P-384; this one is on P-521";
    pem_refused(ES384, key!("p521.pem"), why);
    pem_refused(ES384, key!("p521.pub.pem"), why);
}

#[test]
fn a_wrong_crv() {
    let [x, y] = point(key!("p256.jwk"));
    for curve in ["P-521", "p-256", "secp256k1", "Ed25519", "prime256v1", ""] {
        let whole = jwk(curve, &x, &y).replace('{', r#"{"alg":"ES256","#);
        jwk_refused(&whole, &format!("`crv` is {curve:?}, which is unknown"));
    }
    let okp = json!({"kty": "OKP", "crv": "P-256", "alg": "EdDSA", "x": encode(x)});
    jwk_refused(&okp.to_string(), "`crv` is \"P-256\", which is unknown");
}

#[test]
fn a_compressed_point() {
    let why = "the key is a compressed point; write it uncompressed";
    pem_refused(ES256, key!("odd/compressed.pub.pem"), why);
}

/// A curve that is spelled out can be any curve (CVE-2020-0601).
#[test]
fn a_curve_by_its_parameters() {
    let why = "ES256 takes a key on P-256; this one is on a curve without a name";
    pem_refused(ES256, key!("odd/explicit_curve.pub.pem"), why);
}
