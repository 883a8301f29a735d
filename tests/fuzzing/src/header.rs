//! Whatever stands in `Authorization`.

use actix_web::http::header::HeaderValue;

use crate::definition::base64url;
use crate::definition::bearer::{Carried, carried};
use crate::definition::keys::Key;
use crate::definition::token::NOW;
use crate::signed::{SCHEMES, ask, is_let_in, unmet};

const MISSING: &str = r#"Bearer realm="api""#;
const UNREADABLE: &str = r#"Bearer realm="api", error="invalid_request""#;
const INVALID: &str = r#"Bearer realm="api", error="invalid_token""#;

/// Sends these bytes as `Authorization`: each line is a field, and `<token>` stands for an honest
/// token. Each of three endpoints must answer as the definition says, and a refusal must tell
/// nothing.
///
/// # Panics
///
/// If an answer is another one.
pub fn header(data: &[u8]) {
    let text = replaced(data, b"<token>", honest().as_bytes());
    let lines = text.split(|byte| *byte == b'\n').filter(|_| !text.is_empty());
    let fields = lines.map(HeaderValue::from_bytes).collect::<Result<Vec<_>, _>>();
    // What is no field at all is refused before any App is asked.
    let Ok(fields) = fields else { return };
    let bytes = fields.iter().map(HeaderValue::as_bytes).collect::<Vec<_>>();
    let [guarded, demanding, open] =
        ["/plain", "/demanding", "/open"].map(|path| ask(path, &fields));
    let (status, challenge) = match carried(&bytes) {
        Carried::Nothing => (401, MISSING),
        Carried::Unreadable => (400, UNREADABLE),
        Carried::Token(token) => match SCHEMES[0].1.facts(&token) {
            None => (401, INVALID),
            Some(facts) => {
                is_let_in(&guarded, "/plain", &facts);
                is_let_in(&open, "/plain", &facts);
                match unmet(&facts) {
                    None => is_let_in(&demanding, "/plain", &facts),
                    Some(challenge) => demanding.is_refusal(403, challenge),
                }
                return;
            }
        },
    };
    guarded.is_refusal(status, challenge);
    demanding.is_refusal(status, challenge);
    assert_eq!((open.status, open.body.as_str()), (200, "nobody"));
}

/// A token that meets every demand.
fn honest() -> String {
    let claims = format!(
        r#"{{"sub":"eve","exp":{},"role":"Admin","permissions":["A","B"],"scope":"read"}}"#,
        NOW + 60
    );
    let message = [r#"{"alg":"HS256"}"#, &claims].map(|part| base64url::encode(part.as_bytes()));
    let message = message.join(".");
    let signature = Key::Hs256(0).sign(message.as_bytes());
    format!("{message}.{}", base64url::encode(&signature))
}

fn replaced(text: &[u8], old: &[u8], new: &[u8]) -> Vec<u8> {
    let mut result = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.windows(old.len()).position(|window| window == old) {
        result.extend([&rest[..at], new].concat());
        rest = &rest[at + old.len()..];
    }
    result.extend(rest);
    result
}

#[cfg(test)]
mod tests {
    use super::{SCHEMES, honest, replaced, unmet};

    #[test]
    fn the_honest_token_meets_every_demand() {
        let facts = SCHEMES[0].1.facts(honest().as_bytes());
        assert_eq!(facts.map(|facts| unmet(&facts)), Some(None));
        assert_eq!(replaced(b"a <token>, <token", b"<token>", b"x"), b"a x, <token");
    }
}
