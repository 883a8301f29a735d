//! Keys that sign, and what is published of them.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::crypto::aws_lc::DEFAULT_PROVIDER;
use jsonwebtoken::{Algorithm, EncodingKey};
use rcgen::{KeyPair, PKCS_ECDSA_P256_SHA256, PKCS_RSA_SHA256, PublicKeyData, RsaKeySize};
use serde_json::{Value, json};

#[derive(Default)]
pub(crate) struct Keys {
    keys: Vec<Key>,
}

struct Key {
    id: String,
    algorithm: Algorithm,
    private: EncodingKey,
    public: Value,
    is_published: bool,
}

pub(crate) enum Kind {
    Es256,
    Rs256,
}

impl Keys {
    pub(crate) fn add(&mut self, kind: Kind) -> String {
        let id = format!("key-{}", self.keys.len() + 1);
        self.keys.push(match kind {
            Kind::Es256 => es256(&id),
            Kind::Rs256 => rs256(&id),
        });
        id
    }

    pub(crate) fn withdraw(&mut self, id: &str) {
        self.keys.iter_mut().filter(|key| key.id == id).for_each(|key| key.is_published = false);
    }

    pub(crate) fn published(&self) -> Value {
        let published = self.keys.iter().filter(|key| key.is_published);
        json!({ "keys": published.map(|key| &key.public).collect::<Vec<_>>() })
    }

    /// A token as access tokens are (RFC 9068 §2.1).
    pub(crate) fn sign(&self, id: Option<&str>, claims: Value) -> String {
        let key = match id {
            None => self.keys.last(),
            Some(id) => self.keys.iter().find(|key| key.id == id),
        };
        let key = key.unwrap();
        let header = json!({ "typ": "at+jwt", "alg": key.algorithm, "kid": key.id });
        let part = |json: Value| URL_SAFE_NO_PAD.encode(json.to_string());
        let message = format!("{}.{}", part(header), part(claims));
        let signer = (DEFAULT_PROVIDER.signer_factory)(&key.algorithm, &key.private).unwrap();
        let signature = signer.try_sign(message.as_bytes()).unwrap();
        format!("{message}.{}", URL_SAFE_NO_PAD.encode(signature))
    }
}

fn es256(id: &str) -> Key {
    let pair = KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256).unwrap();
    // An uncompressed point (SEC 1 §2.3.3).
    let (x, y) = pair.der_bytes()[1..].split_at(32);
    let [x, y] = [x, y].map(|number| URL_SAFE_NO_PAD.encode(number));
    Key {
        id: id.to_owned(),
        algorithm: Algorithm::ES256,
        private: EncodingKey::from_ec_pem(pair.serialize_pem().as_bytes()).unwrap(),
        public: json!({ "kty": "EC", "use": "sig", "alg": "ES256", "kid": id, "crv": "P-256",
            "x": x, "y": y }),
        is_published: true,
    }
}

fn rs256(id: &str) -> Key {
    let pair = KeyPair::generate_rsa_for(&PKCS_RSA_SHA256, RsaKeySize::_2048).unwrap();
    let (n, e) = rsa_numbers(pair.der_bytes());
    let [n, e] = [n, e].map(|number| URL_SAFE_NO_PAD.encode(number));
    Key {
        id: id.to_owned(),
        algorithm: Algorithm::RS256,
        private: EncodingKey::from_rsa_pem(pair.serialize_pem().as_bytes()).unwrap(),
        public: json!({ "kty": "RSA", "use": "sig", "kid": id, "n": n, "e": e }),
        is_published: true,
    }
}

/// The numbers of a PKCS #1 public key of 2048 bits, whose DER has one form: a sequence of 266
/// bytes, of an integer of 257, with a zero in front, and of the integer 65537.
fn rsa_numbers(der: &[u8]) -> (&[u8], &[u8]) {
    (&der[9..265], &der[267..270])
}
