//! Tokens taken apart, altered, and written by hand.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::crypto::aws_lc::DEFAULT_PROVIDER;
use jsonwebtoken::{Algorithm, EncodingKey};
use serde_json::Value;

use crate::keys::SECRET;

/// Header and claims, as anybody can read them.
pub(crate) fn read(token: &str) -> (Value, Value) {
    let [header, claims, _] = parts(token);
    let part = |part| serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap();
    (part(header), part(claims))
}

/// The token with another claim or header member under the same signature, and with one
/// character of its signature exchanged.
pub(crate) fn alterations(token: &str) -> [String; 3] {
    let [header, claims, signature] = parts(token);
    let (mut read_header, mut read_claims) = read(token);
    read_header["altered"] = true.into();
    read_claims["sub"] = "mallory".into();
    let other = if signature.as_bytes().get(9) == Some(&b'A') { "B" } else { "A" };
    let mut forged = signature.to_owned();
    forged.replace_range(9..10, other);
    [
        format!("{}.{claims}.{signature}", encode(read_header.to_string())),
        format!("{header}.{}.{signature}", encode(read_claims.to_string())),
        format!("{header}.{claims}.{forged}"),
    ]
}

/// The token of these texts, signed with HS256 and the shared secret.
pub(crate) fn signed(header: &str, payload: impl AsRef<[u8]>) -> String {
    let message = format!("{}.{}", encode(header), encode(payload));
    let key = EncodingKey::from_secret(SECRET);
    let signer = (DEFAULT_PROVIDER.signer_factory)(&Algorithm::HS256, &key).unwrap();
    format!("{message}.{}", encode(signer.try_sign(message.as_bytes()).unwrap()))
}

fn parts(token: &str) -> [&str; 3] {
    token.split('.').collect::<Vec<_>>().try_into().unwrap()
}

fn encode(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}
