//! Header and claims are JSON objects, whose member names are unique at every depth
//! (RFC 7515 §4, RFC 7519 §4, RFC 8725 §2.4), in UTF-8 (RFC 7519 §7.2), and not nested too deep.

use jsonwebtoken::Algorithm;

use crate::draft::{sound, with_claims, with_header};
use crate::server::{NOW, Server, scheme};
use crate::token::{SECRET, signed, signed_by};

const HEADER: &str = "the header is no JSON object with unique names";
const CLAIMS: &str = "the claims are no JSON object with unique names";

#[test]
fn the_header_is_an_object() {
    let server = Server::of(scheme());
    server.accepts(&with_header(r#"{"alg":"HS256"}"#));
    server.accepts(&with_header("\r\n{ \"alg\"\t: \"HS256\" } "));
    for header in [
        r#"["alg","HS256"]"#,
        r#"[{"alg":"HS256"}]"#,
        r#""HS256""#,
        "null",
        "256",
        "true",
        "{",
        r#"{"alg":"HS256""#,
        r#"{"alg":"HS256"}}"#,
        r#"{"alg":"HS256"}{"alg":"HS256"}"#,
        r#"{"alg":"HS256",}"#,
        r#"{'alg':'HS256'}"#,
        r#"{alg:"HS256"}"#,
        r#"{"alg":"HS256"/* */}"#,
        "{\"alg\":\"HS256\"}\0",
        "\u{feff}{\"alg\":\"HS256\"}",
    ] {
        server.refuses(&with_header(header), HEADER);
    }
}

#[test]
fn the_claims_are_an_object() {
    let server = Server::of(scheme());
    let claims = format!(r#"{{"sub":"alice","exp":{}}}"#, NOW + 600);
    let token = |claims: &str| signed(r#"{"alg":"HS256"}"#, claims);
    server.accepts(&token(&claims));
    server.accepts(&token(&format!("\r\n {claims}\t")));
    for claims in [
        format!("[{claims}]"),
        format!(r#"["alice",{}]"#, NOW + 600),
        "null".to_owned(),
        r#""alice""#.to_owned(),
        "1800000600".to_owned(),
        format!("{claims}{claims}"),
        format!("{claims} x"),
        format!("{claims}\0"),
        format!("\u{feff}{claims}"),
        claims.replace('}', ""),
        claims.replace('}', ",}"),
        claims.replace('"', "'"),
        // Digits of other scripts, and numbers that JSON has not (RFC 8259 §6).
        claims.replace("1800000600", "１８００００００００"),
        claims.replace("1800000600", "0x6b49d458"),
        claims.replace("1800000600", "+1800000600"),
        claims.replace("1800000600", "01800000600"),
    ] {
        server.refuses(&token(&claims), CLAIMS);
    }
}

#[test]
fn the_claims_are_utf_8() {
    let server = Server::of(scheme());
    let token = |subject: &[u8]| {
        let claims = [br#"{"sub":""#, subject, br#"","exp":1800000600}"#].concat();
        signed_by(Algorithm::HS256, SECRET, r#"{"alg":"HS256"}"#, &claims)
    };
    assert!(server.accepts(&token("zoë".as_bytes())).starts_with("zoë by "));
    let texts: [&[u8]; 5] = [
        b"zo\xEB",           // Latin-1
        b"\xC0\xAFadmin",    // a slash, overlong
        b"\xED\xA0\x80",     // a lone surrogate
        b"\xF4\x90\x80\x80", // beyond U+10FFFF
        b"a\xFF",
    ];
    for text in texts {
        server.refuses(&token(text), "the claims are not base64url of UTF-8");
    }
    let claims = r#"{"sub":"alice","exp":1800000600}"#;
    let utf_16 = claims.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    let utf_16 = signed_by(Algorithm::HS256, SECRET, r#"{"alg":"HS256"}"#, &utf_16);
    server.refuses(&utf_16, CLAIMS);
    server.refuses(&token(br"\ud800"), CLAIMS);
}

#[test]
fn names_in_the_header_are_unique() {
    let server = Server::of(scheme());
    server.accepts(&with_header(r#"{"alg":"HS256","x":{"a":1,"b":{"a":1}},"X":{"a":1}}"#));
    for header in [
        r#"{"alg":"HS256","alg":"HS256"}"#,
        r#"{"alg":"none","alg":"HS256"}"#,
        r#"{"alg":"HS256","alg":"none"}"#,
        r#"{"alg":"HS256","typ":"refresh+jwt","typ":"JWT"}"#,
        r#"{"alg":"HS256","x":1,"x":1}"#,
        r#"{"alg":"HS256","x":1,"y":2,"x":null}"#,
        r#"{"alg":"HS256","x":{"a":1,"a":1}}"#,
        r#"{"alg":"HS256","x":[[{"y":{"a":1,"a":1}}]]}"#,
        r#"{"alg":"HS256","":1,"":2}"#,
    ] {
        server.refuses(&with_header(header), HEADER);
    }
}

#[test]
fn a_name_in_escapes_is_the_same_name() {
    let server = Server::of(scheme());
    server.accepts(&with_header(r#"{"\u0061lg":"HS256"}"#));
    for header in [
        r#"{"alg":"HS256","\u0061lg":"HS256"}"#,
        r#"{"\u0061lg":"HS256","alg":"none"}"#,
        r#"{"\u0061lg":"HS256","a\u006Cg":"none"}"#,
    ] {
        server.refuses(&with_header(header), HEADER);
    }
    server.accepts(&with_claims(r#""\u0072oles":["Admin"]"#));
    server.refuses(&with_claims(r#""roles":["User"],"\u0072oles":["Admin"]"#), CLAIMS);
    server.refuses(&with_claims(r#""a/b":1,"a\/b":2"#), CLAIMS);
}

#[test]
fn names_in_the_claims_are_unique_at_every_depth() {
    let server = Server::of(scheme());
    server.accepts(&with_claims(r#""roles":["User"],"x":{"roles":1,"y":[{"a":1},{"a":1}]}"#));
    for claims in [
        r#""sub":"bob""#,
        r#""sub":"alice""#,
        r#""exp":9999999999"#,
        r#""roles":["User"],"roles":["Admin"]"#,
        r#""x":1,"x":1"#,
        r#""x":{"a":1,"a":1}"#,
        r#""x":[1,[2,{"a":1,"b":2,"a":3}]]"#,
        r#""x":{"y":{"z":{"a":1,"a":1}}}"#,
    ] {
        server.refuses(&with_claims(claims), CLAIMS);
    }
}

#[test]
fn names_are_compared_exactly() {
    let server = Server::of(scheme());
    let token = with_claims(r#""Roles":["Admin"],"ROLES":["Admin"],"roles ":["Admin"]"#);
    assert!(server.accepts(&token).contains("; roles ;"), "RFC 7519 §4: no other name is `roles`");
    // The same letter in two spellings of Unicode is two names (RFC 8259 §8.3).
    server.accepts(&with_claims("\"\u{e9}\":1,\"e\u{301}\":2"));
}

#[test]
fn nesting_is_bounded() {
    let server = Server::of(scheme());
    let arrays = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    let objects = |depth: usize| format!("{}1{}", "{\"x\":".repeat(depth), "}".repeat(depth));
    for nested in [arrays, objects] as [fn(usize) -> String; 2] {
        let header = |depth| with_header(&format!(r#"{{"alg":"HS256","x":{}}}"#, nested(depth)));
        let claims = |depth| with_claims(&format!(r#""x":{}"#, nested(depth)));
        // Sixteen with the outermost object.
        server.accepts(&header(15));
        server.accepts(&claims(15));
        for depth in [16, 127, 128, 200] {
            server.refuses(&header(depth), HEADER);
            server.refuses(&claims(depth), CLAIMS);
        }
        server.refuses(&claims(500), CLAIMS);
    }
    assert!(server.accepts(&sound().signed()).starts_with("alice"), "and the server lives on");
}
