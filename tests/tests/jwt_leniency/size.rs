//! A long token that nobody has signed.

use jsonwebtoken::errors::ErrorKind;

use crate::ours::{Server, now, scheme};
use crate::plain;
use crate::token::{encode, signed};

const LENGTH: usize = 118_000;

/// A token without a true signature, nearly all of it such a header.
fn unsigned(end: &str) -> String {
    let claims = encode(format!(r#"{{"sub":"alice","exp":{}}}"#, now() + 600));
    let rest = format!(".{claims}.{}", encode([0; 32]));
    let room = (LENGTH - rest.len()) / 4 * 3;
    let start = r#"{"alg":"HS256","x":["#;
    let items = (room - start.len() - end.len() - 1) / 2;
    let header = format!("{start}{}0{end}", "0,".repeat(items));
    format!("{}{rest}", encode(header))
}

/// Ours is bounded before anything is decoded.
#[test]
fn a_long_header_is_decoded_before_its_signature_is_looked_at() {
    let server = Server::of(scheme());
    let claims = format!(r#"{{"sub":"alice","exp":{}}}"#, now() + 600);
    server.accepts(&signed(r#"{"alg":"HS256","x":[0,0]}"#, &claims));

    let whole = unsigned("]}");
    assert!(whole.len().abs_diff(LENGTH) < 8, "{}", whole.len());
    assert!(matches!(plain::refuses(&whole, &plain::usual()), ErrorKind::InvalidSignature));
    server.refuses(&whole, "the token is too long");

    // It was read to the end: what is wrong there is what is complained of.
    let broken = unsigned("]!");
    assert!(matches!(plain::refuses(&broken, &plain::usual()), ErrorKind::Json(_)));
    server.refuses(&broken, "the token is too long");
}
