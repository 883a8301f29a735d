//! What plain `jsonwebtoken` refuses too.

use jsonwebtoken::Algorithm;
use serde_json::Value;

use crate::ours::{Server, now, scheme};
use crate::plain;
use crate::token::{SECRET, encode, signature, signed, signed_by};

const HEADER: &str = r#"{"alg":"HS256"}"#;
const ALG: &str = "`alg` is not the key's algorithm";
const EMPTY: &str = "a part of the token is empty";
const NAMES: &str = "the header is no JSON object with unique names";
const NO_NUMBER: &str = "`exp`, `nbf` or `iat` is not a number";
const PARTS: &str = "the token has not three parts";
const SIGNATURE: &str = "the signature does not hold";

#[test]
fn both_refuse() {
    let claims = format!(r#"{{"sub":"alice","exp":{}}}"#, now() + 600);
    let expired = format!(r#"{{"sub":"alice","exp":{}}}"#, now() - 600);
    let token = signed(HEADER, &claims);
    let (message, seal) = token.rsplit_once('.').unwrap();
    let four = format!("{message}.{}", encode("{}"));
    let four = format!("{four}.{}", signature(Algorithm::HS256, SECRET, &four));
    let unsigned =
        |alg: &str| format!("{}.{}.", encode(format!(r#"{{"alg":"{alg}"}}"#)), encode(&claims));
    let hs512 = r#"{"alg":"HS512"}"#;
    let text = r#"{"sub":"alice","exp":"9999999999"}"#;

    let rows = [
        // RFC 8725 §3.2
        (unsigned("none"), EMPTY),
        (unsigned("None"), EMPTY),
        (unsigned("nOnE"), EMPTY),
        (signed(r#"{"alg":"none"}"#, &claims), ALG),
        (signed("{}", &claims), "`alg` is not a string"),
        // RFC 8725 §3.1
        (signed_by(Algorithm::HS512, SECRET, hs512, claims.as_bytes()), ALG),
        (signed_by(Algorithm::HS512, SECRET, HEADER, claims.as_bytes()), SIGNATURE),
        // RFC 7515 §5.2
        (format!("{message}."), EMPTY),
        (format!("{message}.{}", &seal[..40]), SIGNATURE),
        (format!("{message}.{}", encode([0; 32])), SIGNATURE),
        (format!("{token}A"), SIGNATURE),
        (format!("{token}="), "the signature is not base64url"),
        (signed_by(Algorithm::HS256, b"another key", HEADER, claims.as_bytes()), SIGNATURE),
        // RFC 7515 §7.1
        (four, PARTS),
        (message.to_owned(), PARTS),
        // RFC 7519 §4.1.3–4
        (signed(HEADER, &expired), "the token has expired"),
        (signed(HEADER, r#"{"sub":"alice"}"#), "`exp` is missing"),
        (signed(HEADER, text), NO_NUMBER),
        (signed(HEADER, &claims.replace('}', r#","aud":"billing"}"#)), "`aud` is somebody else"),
        // RFC 7515 §4: no object, or a name twice that the crate knows.
        (signed(r#"["JWT","HS256"]"#, &claims), NAMES),
        (signed(r#"{"alg":"HS256","alg":"HS256"}"#, &claims), NAMES),
    ];

    let server = Server::of(scheme());
    plain::accepts::<Value>(&token, &plain::usual());
    server.accepts(&token);
    for (token, why) in rows {
        let verdict = plain::verdict::<Value>(&token, &plain::usual());
        assert!(verdict.is_err(), "{why}: {verdict:?}");
        server.refuses(&token, why);
    }
}
