//! Base64url without padding, blanks or loose bits (RFC 7515 §2, RFC 4648 §3.5, §5).

use jsonwebtoken::Algorithm;

use crate::draft::{sound, with_claims};
use crate::server::{NOW, Server, scheme};
use crate::token::{SECRET, encode, signature};

const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

const HEADER: &str = "the header is no JSON object with unique names";
const CLAIMS: &str = "the claims are not base64url of UTF-8";
const SIGNATURE: &str = "the signature is not base64url";

/// The token of two parts that are encoded already.
fn token(header: &str, payload: &str) -> String {
    let message = format!("{header}.{payload}");
    let signature = signature(Algorithm::HS256, SECRET, &message);
    format!("{message}.{signature}")
}

/// The same bytes for a decoder that does not look: the last character with another loose bit.
fn loosened(part: &str) -> String {
    assert_ne!(part.len() % 4, 0, "no loose bits in {part}");
    let last = part.chars().last().and_then(|last| ALPHABET.find(last)).unwrap();
    let other = ALPHABET.chars().nth(last ^ 1).unwrap();
    format!("{}{other}", &part[..part.len() - 1])
}

/// The same text with one character of the other alphabet, with the other, and with both.
fn in_the_standard_alphabet(part: &str) -> [String; 3] {
    assert!(part.contains('-') && part.contains('_'), "{part}");
    let plus = part.replace('-', "+");
    [part.replace('_', "/"), plus.replace('_', "/"), plus]
}

/// Claims of such a length that base64url of them ends in loose bits, or in none.
fn claims(modulo: usize) -> String {
    let claims = format!(r#"{{"sub":"alice","exp":{}}}"#, NOW + 600);
    let blanks = (0..3).find(|blanks| (claims.len() + blanks) % 3 == modulo).unwrap();
    claims + &" ".repeat(blanks)
}

#[test]
fn padding_after_the_signature_is_refused() {
    let server = Server::of(scheme());
    let token = sound().signed();
    server.accepts(&token);
    for padding in ["=", "==", "===", "===="] {
        server.refuses(&format!("{token}{padding}"), SIGNATURE);
    }
}

#[test]
fn padding_in_the_middle_is_no_bearer_token() {
    let server = Server::of(scheme());
    for modulo in [1, 2] {
        let header = encode(r#"{"alg":"HS256"}"#);
        let payload = encode(claims(modulo));
        server.accepts(&token(&header, &payload));
        let padding = "=".repeat(3 - modulo);
        // RFC 6750 §2.1: `=` stands at the end of a b64token only.
        server.cannot_read(&token(&header, &format!("{payload}{padding}")));
        server.cannot_read(&token(&format!("{header}="), &payload));
    }
}

#[test]
fn loose_bits_are_refused_in_the_header_although_the_signature_holds() {
    let server = Server::of(scheme());
    for header in [r#"{"alg":"HS256" }"#, r#"{"alg":"HS256"  }"#] {
        let (header, payload) = (encode(header), encode(claims(0)));
        server.accepts(&token(&header, &payload));
        server.refuses(&token(&loosened(&header), &payload), HEADER);
    }
}

#[test]
fn loose_bits_are_refused_in_the_claims_although_the_signature_holds() {
    let server = Server::of(scheme());
    let header = encode(r#"{"alg":"HS256"}"#);
    for modulo in [1, 2] {
        let payload = encode(claims(modulo));
        server.accepts(&token(&header, &payload));
        server.refuses(&token(&header, &loosened(&payload)), CLAIMS);
    }
}

#[test]
fn loose_bits_are_refused_in_the_signature() {
    let server = Server::of(scheme());
    let token = sound().signed();
    server.accepts(&token);
    let (message, signature) = token.rsplit_once('.').unwrap();
    server.refuses(&format!("{message}.{}", loosened(signature)), SIGNATURE);
}

#[test]
fn a_length_that_base64url_has_not_is_refused() {
    let server = Server::of(scheme());
    let header = encode(r#"{"alg":"HS256"}"#);
    let payload = encode(claims(0));
    server.accepts(&token(&header, &payload));
    // Four characters are three bytes; one alone is none.
    server.refuses(&token(&format!("{header}A"), &payload), HEADER);
    server.refuses(&token(&header, &format!("{payload}A")), CLAIMS);
}

#[test]
fn the_standard_alphabet_is_refused_in_the_claims() {
    let server = Server::of(scheme());
    // `>` and `?` at the right places make `-` and `_`.
    let whole = with_claims(r#""a":"~~~~>>>>????>>>~","b":"???>>>>~~~~>>>>????""#);
    server.accepts(&whole);
    let payload = whole.split('.').nth(1).unwrap();
    let header = encode(r#"{"alg":"HS256"}"#);
    for payload in in_the_standard_alphabet(payload) {
        server.refuses(&token(&header, &payload), CLAIMS);
    }
}

#[test]
fn the_standard_alphabet_is_refused_in_the_header() {
    let server = Server::of(scheme());
    let header = encode(r#"{"alg":"HS256","x":"~~~~>>>>????>>>~","y":"???>>>>~~~~>>>>????"}"#);
    server.accepts(&token(&header, &encode(claims(0))));
    for header in in_the_standard_alphabet(&header) {
        server.refuses(&token(&header, &encode(claims(0))), HEADER);
    }
}

#[test]
fn the_standard_alphabet_is_refused_in_the_signature() {
    let server = Server::of(scheme());
    let mut tokens = (0..).map(|number| sound().claim("n", number).signed());
    let has = |token: &String| {
        let signature = token.rsplit('.').next().unwrap_or_default();
        signature.contains('-') && signature.contains('_')
    };
    let whole = tokens.find(has).unwrap();
    server.accepts(&whole);
    let (message, signature) = whole.rsplit_once('.').unwrap();
    for signature in in_the_standard_alphabet(signature) {
        server.refuses(&format!("{message}.{signature}"), SIGNATURE);
    }
}
