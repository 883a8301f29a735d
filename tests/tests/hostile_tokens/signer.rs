//! The twelve algorithms with the keys of the servers, and of somebody else.

use jsonwebtoken::crypto::aws_lc::DEFAULT_PROVIDER;
use jsonwebtoken::{Algorithm as Jws, EncodingKey};
use portcullis::{Algorithm, Key};

/// An algorithm and its keys.
#[derive(Debug)]
pub(crate) struct Signer {
    /// `alg`
    pub(crate) name: &'static str,
    pub(crate) algorithm: Algorithm,
    jws: Jws,
    /// Private, in PEM, or shared.
    own: &'static str,
    /// The same key, public; a shared one has none.
    pub(crate) public: Option<&'static str>,
    /// A key that the servers do not know.
    other: &'static str,
}

const SECRET: &str = "sixty-four bytes and a few more, which nobody knows but the servers!!!";
const OTHER_SECRET: &str = "sixty-four bytes and a few more, which somebody has made up by himself";

macro_rules! key {
    ($file:literal) => {
        include_str!(concat!("../../keys/", $file))
    };
}

const fn hmac(name: &'static str, algorithm: Algorithm, jws: Jws) -> Signer {
    Signer { name, algorithm, jws, own: SECRET, public: None, other: OTHER_SECRET }
}

const fn rsa(name: &'static str, algorithm: Algorithm, jws: Jws) -> Signer {
    let (own, public) = (key!("rsa2048.pem"), Some(key!("rsa2048.pub.pem")));
    Signer { name, algorithm, jws, own, public, other: key!("other_rsa2048.pem") }
}

pub(crate) const HMAC: &[Signer] = &[
    hmac("HS256", Algorithm::Hs256, Jws::HS256),
    hmac("HS384", Algorithm::Hs384, Jws::HS384),
    hmac("HS512", Algorithm::Hs512, Jws::HS512),
];

pub(crate) const RSA: &[Signer] = &[
    rsa("RS256", Algorithm::Rs256, Jws::RS256),
    rsa("RS384", Algorithm::Rs384, Jws::RS384),
    rsa("RS512", Algorithm::Rs512, Jws::RS512),
    rsa("PS256", Algorithm::Ps256, Jws::PS256),
    rsa("PS384", Algorithm::Ps384, Jws::PS384),
    rsa("PS512", Algorithm::Ps512, Jws::PS512),
];

pub(crate) const P256: &[Signer] = &[Signer {
    name: "ES256",
    algorithm: Algorithm::Es256,
    jws: Jws::ES256,
    own: key!("p256.pem"),
    public: Some(key!("p256.pub.pem")),
    other: key!("other_p256.pem"),
}];

pub(crate) const P384: &[Signer] = &[Signer {
    name: "ES384",
    algorithm: Algorithm::Es384,
    jws: Jws::ES384,
    own: key!("p384.pem"),
    public: Some(key!("p384.pub.pem")),
    other: key!("other_p384.pem"),
}];

pub(crate) const ED25519: &[Signer] = &[Signer {
    name: "EdDSA",
    algorithm: Algorithm::EdDsa,
    jws: Jws::EdDSA,
    own: key!("ed25519.pem"),
    public: Some(key!("ed25519.pub.pem")),
    other: key!("other_ed25519.pem"),
}];

/// All twelve, a group for each kind of key.
pub(crate) const ALL: [&[Signer]; 5] = [HMAC, RSA, P256, P384, ED25519];

/// One of each kind of key, where the signature is not what matters.
pub(crate) fn one_of_each_kind() -> [&'static [Signer]; 4] {
    [&HMAC[..1], &RSA[..1], P256, ED25519]
}

impl Signer {
    /// The key that verifies, as a server is given it.
    pub(crate) fn key(&self) -> Key {
        match self.public {
            Some(pem) => Key::pem(self.algorithm, pem),
            None => Key::secret(self.algorithm, self.own),
        }
    }

    /// The key of somebody else, as a server might be given it too.
    pub(crate) fn other_key(&self) -> Key {
        match self.public {
            Some(_) => Key::pem(self.algorithm, self.other),
            None => Key::secret(self.algorithm, self.other),
        }
    }

    pub(crate) fn sign(&self, message: &str) -> Vec<u8> {
        self.sign_with(self.own, message)
    }

    /// Signs with the key that the servers do not know.
    pub(crate) fn forge(&self, message: &str) -> Vec<u8> {
        self.sign_with(self.other, message)
    }

    fn sign_with(&self, key: &str, message: &str) -> Vec<u8> {
        let key = match self.name.as_bytes() {
            [b'H', ..] => EncodingKey::from_secret(key.as_bytes()),
            [b'R' | b'P', ..] => EncodingKey::from_rsa_pem(key.as_bytes()).unwrap(),
            [b'E', b'S', ..] => EncodingKey::from_ec_pem(key.as_bytes()).unwrap(),
            _ => EncodingKey::from_ed_pem(key.as_bytes()).unwrap(),
        };
        let signer = (DEFAULT_PROVIDER.signer_factory)(&self.jws, &key).unwrap();
        signer.try_sign(message.as_bytes()).unwrap()
    }
}

/// Signs with HMAC and whatever key.
pub(crate) fn hs256(key: &[u8], message: &str) -> Vec<u8> {
    let key = EncodingKey::from_secret(key);
    let signer = (DEFAULT_PROVIDER.signer_factory)(&Jws::HS256, &key).unwrap();
    signer.try_sign(message.as_bytes()).unwrap()
}
