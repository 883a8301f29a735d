//! What a token says of its key and its issuer: no word of it is verified.

use serde::Deserialize;
use serde_json::Value;

use super::super::json;
use super::parts::{Parts, decode, decode_text};

/// Enough to know whom to ask for the key.
pub(in super::super) struct Hearsay {
    pub(in super::super) kid: Option<String>,
    pub(in super::super) algorithm: String,
    pub(in super::super) issuer: Option<String>,
}

/// The one claim that matters. Nothing is made of the others: a stranger may have written them,
/// and as many as the longest token has room for.
#[derive(Deserialize)]
struct Claims {
    iss: Option<String>,
}

impl Hearsay {
    /// Of a token whose size and header were found in order.
    pub(in super::super) fn of(token: &[u8]) -> Option<Self> {
        let parts = Parts::split(token).ok()?;
        let header = json::header(&decode(parts.header)?)?;
        let text = |value: Option<&Value>| value.and_then(Value::as_str).map(ToOwned::to_owned);
        let claims = decode_text(parts.payload, |text| serde_json::from_str::<Claims>(text))?;
        Some(Self {
            kid: text(header.get("kid")),
            algorithm: text(header.get("alg"))?,
            issuer: claims.ok()?.iss,
        })
    }
}
