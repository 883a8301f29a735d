//! The tokens of the job. With HS256 and eight permissions one is 441 bytes long.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::EncodingKey;

use super::keys::Keys;

pub(crate) const ISSUER: &str = "https://issuer.example";
pub(crate) const AUDIENCE: &str = "api";

/// The issuer.
pub(crate) struct Tokens {
    keys: Keys,
    key: EncodingKey,
    header: String,
    permissions: Vec<String>,
}

impl Tokens {
    /// Signs tokens with this many permissions, at least the two that are demanded.
    pub(super) fn new(keys: Keys, permissions: usize) -> Self {
        let header = format!(r#"{{"typ":"JWT","alg":"{}"}}"#, keys.name());
        let others = (8..permissions).map(|at| format!("{}{at:04}", OF_THE_JOB[at % 8]));
        let mut permissions = OF_THE_JOB.map(str::to_owned).to_vec();
        // The demanded ones stand in the middle of the short list and near the front of the long.
        permissions.extend(others);
        Self { keys, key: keys.encoding(), header: encode(&header), permissions }
    }

    /// The token of one caller: those of different numbers differ, but not in length.
    pub(crate) fn honest(&self, number: usize) -> String {
        self.sign(&self.claims(number))
    }

    /// The same, but without one permission that is demanded.
    pub(crate) fn poor(&self, number: usize) -> String {
        self.sign(&self.claims(number).replace("UpdateUsers", "UpdateCakes"))
    }

    /// The honest token with a signature that does not hold.
    pub(crate) fn forged(&self, number: usize) -> String {
        let honest = self.honest(number);
        let (message, signature) = honest.rsplit_once('.').expect("a token has three parts");
        let first = if signature.starts_with('A') { "B" } else { "A" };
        format!("{message}.{first}{}", &signature[1..])
    }

    fn claims(&self, number: usize) -> String {
        let permissions = self.permissions.join(r#"",""#);
        format!(
            r#"{{"iss":"{ISSUER}","aud":"{AUDIENCE}","sub":"user-001","jti":"{number:010}","exp":4000000000,"roles":["Admin","Manager"],"permissions":["{permissions}"],"AdminID":"A-17"}}"#
        )
    }

    fn sign(&self, claims: &str) -> String {
        let message = format!("{}.{}", self.header, encode(claims));
        let algorithm = self.keys.algorithm();
        let signature = jsonwebtoken::crypto::sign(message.as_bytes(), &self.key, algorithm);
        format!("{message}.{}", signature.expect("it can sign"))
    }
}

const OF_THE_JOB: [&str; 8] = [
    "ReadUsers",
    "CreateUsers",
    "UpdateUsers",
    "DeleteUsers",
    "ReadOrders",
    "CreateOrders",
    "UpdateOrders",
    "DeleteOrders",
];

fn encode(text: &str) -> String {
    URL_SAFE_NO_PAD.encode(text)
}
