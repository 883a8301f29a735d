//! A key for each of the twelve algorithms, for us and for the other libraries.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use portcullis::{Algorithm, Key};
use serde_json::{Value, json};

/// As many bytes as the longest hash has.
pub(crate) const SECRET: &[u8; 64] =
    b"sixty-four bytes of no chance at all, as every test can see here";

/// A key as the other libraries are given it.
#[derive(Clone)]
pub(crate) struct Material {
    pub(crate) algorithm: Algorithm,
    /// `{"secret": base64url}`, `{"pem"}` or `{"jwk"}`.
    pub(crate) key: Value,
}

/// The two parts of a key; of a shared secret they are the same.
pub(crate) struct Pair {
    pub(crate) private: Material,
    pub(crate) public: Material,
    /// For us to sign with.
    pub(crate) signing: Key,
    /// For us to verify with.
    pub(crate) verifying: Key,
}

pub(crate) fn every_algorithm() -> Vec<Pair> {
    macro_rules! pem {
        ($algorithm:expr, $name:literal) => {
            asymmetric(
                $algorithm,
                include_str!(concat!("../../keys/", $name, ".pem")),
                include_str!(concat!("../../keys/", $name, ".pub.pem")),
            )
        };
    }
    vec![
        shared(Algorithm::Hs256),
        shared(Algorithm::Hs384),
        shared(Algorithm::Hs512),
        pem!(Algorithm::Rs256, "rsa2048"),
        pem!(Algorithm::Rs384, "rsa2048"),
        pem!(Algorithm::Rs512, "rsa2048"),
        pem!(Algorithm::Ps256, "rsa2048"),
        pem!(Algorithm::Ps384, "rsa2048"),
        pem!(Algorithm::Ps512, "rsa2048"),
        pem!(Algorithm::Es256, "p256"),
        pem!(Algorithm::Es384, "p384"),
        pem!(Algorithm::EdDsa, "ed25519"),
    ]
}

/// The shared secret as a key of this algorithm.
pub(crate) fn shared(algorithm: Algorithm) -> Pair {
    let key = Key::secret(algorithm, SECRET);
    let material = Material { algorithm, key: json!({"secret": URL_SAFE_NO_PAD.encode(SECRET)}) };
    Pair { private: material.clone(), public: material, signing: key.clone(), verifying: key }
}

fn asymmetric(algorithm: Algorithm, private: &str, public: &str) -> Pair {
    let material = |pem| Material { algorithm, key: json!({"pem": pem}) };
    Pair {
        private: material(private),
        public: material(public),
        signing: Key::pem(algorithm, private),
        verifying: Key::pem(algorithm, public),
    }
}
