//! Tokens of members that make a difference, rightly and wrongly valued.

use arbitrary::{Result, Unstructured};

use super::{Signer, signed};
use crate::definition::token::NOW;

const HEADER: [(&str, &[&str]); 12] = [
    (
        "alg",
        &[
            r#""HS256""#,
            r#""HS512""#,
            r#""EdDSA""#,
            r#""none""#,
            r#""hs256""#,
            "null",
            r#"{"HS256":null}"#,
        ],
    ),
    ("kid", &[r#""new""#, r#""old""#, r#""c""#, r#""ed""#, r#""""#, "1", "null"]),
    (
        "typ",
        &[r#""JWT""#, r#""at+jwt""#, r#""application/AT+JWT""#, r#""logout+jwt""#, r#""""#, "7"],
    ),
    ("cty", &[r#""JWT""#]),
    ("crit", &["[]", r#"["exp"]"#, "null"]),
    ("b64", &["false", "true"]),
    ("zip", &[r#""DEF""#]),
    ("enc", &[r#""A128GCM""#]),
    ("jku", &[r#""https://evil.example""#]),
    ("jwk", &[r#"{"kty":"oct","k":""}"#]),
    ("al\\u0067", &[r#""HS256""#]),
    ("x", &["1", "[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]", "1e999", "{\"a\":1,\"a\":1}"]),
];

const NAMES: [&str; 8] = [
    "null",
    r#""Admin""#,
    r#"["Admin","Editor","Admin",""]"#,
    r#""A B""#,
    r#"["A","B"]"#,
    "[]",
    "[1]",
    r#"{"Admin":true}"#,
];

/// Dates by their distance from now, in seconds; and what is none.
const DATES: [i64; 14] = [-3601, -3600, -3599, -301, -300, -31, -30, -1, 0, 1, 30, 31, 300, 86400];
const NO_DATES: [&str; 7] =
    ["null", r#""1800000060""#, "[]", "-1", "1e300", "1800000060.5", "18e8"];

/// A token, and mostly one whose key and algorithm go together.
pub(super) fn token(choices: &mut Unstructured<'_>) -> Result<Vec<u8>> {
    let signer = choices.int_in_range(0..=7)?;
    let algorithm = match signer {
        3 => r#""alg":"HS512""#,
        4 => r#""alg":"EdDSA""#,
        _ => r#""alg":"HS256""#,
    };
    let mut header = vec![algorithm.to_owned()];
    if choices.ratio(1, 8)? {
        header.clear();
    }
    for _ in 0..choices.int_in_range(0..=3)? {
        let (name, values) = choices.choose(&HEADER)?;
        header.push(format!(r#""{name}":{}"#, choices.choose(values)?));
    }
    let mut claims = claims(choices)?;
    if choices.ratio(1, 8)? && !claims.is_empty() {
        let again = choices.choose(&claims)?.clone();
        claims.push(again);
    }
    let [header, claims] = [header, claims].map(|members| format!("{{{}}}", members.join(",")));
    Ok(signed(Signer::of(signer), header.as_bytes(), claims.as_bytes()))
}

fn claims(choices: &mut Unstructured<'_>) -> Result<Vec<String>> {
    let mut claims = Vec::new();
    // Each of these is mostly there: without them no token is accepted.
    let usual = [
        ("exp", (NOW + 60).to_string()),
        ("sub", r#""eve""#.to_owned()),
        ("UserID", r#""eve""#.to_owned()),
        ("iss", r#""https://issuer.example""#.to_owned()),
        ("aud", r#""api""#.to_owned()),
        ("iat", (NOW - 60).to_string()),
    ];
    for (name, value) in usual {
        match choices.int_in_range(0..=9)? {
            0 => {}
            1 | 2 => claims.push(format!(r#""{name}":{}"#, odd(name, choices)?)),
            _ => claims.push(format!(r#""{name}":{value}"#)),
        }
    }
    let further = ["nbf", "role", "roles", "groups", "permissions", "can", "scope", "scp", "dept"];
    for _ in 0..choices.int_in_range(0..=4)? {
        let name = choices.choose(&further)?;
        claims.push(format!(r#""{name}":{}"#, odd(name, choices)?));
    }
    Ok(claims)
}

fn odd(name: &str, choices: &mut Unstructured<'_>) -> Result<String> {
    let value = match name {
        "exp" | "nbf" | "iat" if choices.ratio(3, 4)? => {
            let distance = choices.choose(&DATES)?;
            return Ok((i64::try_from(NOW).unwrap_or(0) + distance).to_string());
        }
        "exp" | "nbf" | "iat" => choices.choose(&NO_DATES)?,
        "iss" | "aud" | "sub" | "UserID" => choices.choose(&[
            r#""""#,
            "null",
            "1",
            r#""https://issuer.example/""#,
            r#""urn:portcullis:scheme:plain""#,
            r#"["api"]"#,
            r#"["x","web"]"#,
            r#"["api",1]"#,
            "[]",
            r#""web""#,
        ])?,
        _ => choices.choose(&NAMES)?,
    };
    Ok((*value).to_owned())
}
