//! The requests that are compared: one honest token, and everything that a stranger may send.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::keys::Keys;

/// A value of `Authorization`, and what must come of it.
pub struct Kind {
    pub name: &'static str,
    pub field: String,
    pub status: u16,
}

/// The longest token that a scheme looks at by default, in bytes.
const LONGEST: usize = 8 * 1024;

/// The longest header, in base64url.
const LONGEST_HEADER: usize = 2 * 1024;

/// The honest token of an algorithm, which all the others are compared with: issuer, audience,
/// times, two roles, eight permissions and a claim.
pub fn honest(keys: Keys) -> Kind {
    Kind { name: "honest", field: bearer(&signed(keys, &header(keys), CLAIMS)), status: 200 }
}

/// An honest token of the longest kind: what strangers may cost whose token must be hashed whole.
pub fn longest(keys: Keys) -> Kind {
    let others = header(keys).len() * 4 / 3 + keys.sign("").len() + 8;
    let claims = claims_of((LONGEST - others) / 4 * 3);
    Kind {
        name: "honest, 8 KiB",
        field: bearer(&signed(keys, &header(keys), &claims)),
        status: 200,
    }
}

fn header(keys: Keys) -> String {
    format!(r#"{{"typ":"JWT","alg":"{}","kid":"main"}}"#, keys.algorithm().name())
}

/// What strangers send. None of it is signed with the key.
pub fn hostile(keys: Keys) -> Vec<Kind> {
    let alg = keys.algorithm().name();
    let header = header(keys);
    let wrong = flip(&keys.sign("another message"));
    let forged =
        |header: &str, claims: &str| format!("{}.{}.{wrong}", encode(header), encode(claims));
    // What fills a token up to the longest, once it is in base64url beside these bytes.
    let room = |others: usize| (LONGEST - others - wrong.len() - 8) / 4 * 3;
    let in_claims = room(header.len() * 4 / 3) - 8;
    let (in_header, in_long_header) = (LONGEST_HEADER / 4 * 3 - header.len() - 24, 5200);
    let headed = |members: &str| format!(r#"{{"alg":"{alg}","kid":"main",{members}}}"#);
    let tokens = [
        ("bad signature", forged(&header, CLAIMS)),
        ("118 KB, unsigned", forged(&header, &claims_of(118 * 1024 * 3 / 4))),
        ("8 KiB of claims, bad signature", forged(&header, &claims_of(in_claims))),
        ("8 KiB of dots", ".".repeat(LONGEST)),
        ("8 KiB of base64url, one part", "A".repeat(LONGEST)),
        ("8 KiB of base64url, three parts", thirds()),
        ("8 KiB that is no base64url", format!("+{}.e30.{wrong}", "A".repeat(in_long_header))),
        ("2 KiB of nesting in the header", {
            forged(&headed(&format!(r#""x":{}"#, "[".repeat(in_header))), CLAIMS)
        }),
        ("8 KiB of nesting in the claims", {
            forged(&header, &format!(r#"{{"x":{}"#, "[".repeat(in_claims)))
        }),
        ("2 KiB of header, one member", {
            forged(&headed(&format!(r#""x":"{}""#, "x".repeat(in_header - 6))), CLAIMS)
        }),
        ("8 KiB of header, many members", forged(&headed(&members(in_long_header)), CLAIMS)),
        ("2 KiB of header, many members", forged(&headed(&members(in_header)), CLAIMS)),
        ("2 KiB of header, one long array", {
            forged(&headed(&format!(r#""x":[{}1]"#, "1,".repeat(in_header / 2 - 6))), CLAIMS)
        }),
        ("2 KiB of header, many empty objects", {
            forged(&headed(&format!(r#""x":[{}1]"#, "{},".repeat(in_header / 3 - 6))), CLAIMS)
        }),
        ("2 KiB of header, a member twice", {
            let many = members(in_header - 16);
            forged(&headed(&format!(r#"{many},"last":1,"last":1"#)), CLAIMS)
        }),
        ("a member twice", forged(&headed(r#""typ":"JWT","typ":"JWT""#), CLAIMS)),
        ("unknown `kid`", forged(&header.replace("main", "none"), CLAIMS)),
        ("`alg` of another key", forged(&header.replace(alg, "PS512"), CLAIMS)),
        ("`alg` none", forged(&header.replace(alg, "none"), CLAIMS)),
        ("a signature of 1 byte", format!("{}.{}.AA", encode(&header), encode(CLAIMS))),
        ("a signature of 6 KB", {
            format!("{}.{}.{}", encode(&header), encode(CLAIMS), "A".repeat(7400))
        }),
    ];
    let invalid = |(name, token): (_, String)| Kind { name, field: bearer(&token), status: 401 };
    let mut kinds = tokens.map(invalid).into_iter().collect::<Vec<_>>();
    for (name, bytes, status) in
        [("8 KiB of blanks", LONGEST, 400), ("118 KB of blanks", 118 * 1024, 401)]
    {
        kinds.push(Kind { name, field: format!("Bearer{}a b", " ".repeat(bytes)), status });
    }
    kinds
}

const CLAIMS: &str = r#"{"iss":"https://issuer.example","aud":"api","sub":"user-001","iat":1700000000,"exp":4000000000,"roles":["Admin","Manager"],"permissions":["ReadUsers","CreateUsers","UpdateUsers","DeleteUsers","ReadOrders","CreateOrders","UpdateOrders","DeleteOrders"],"AdminID":"A-17"}"#;

fn claims_of(bytes: usize) -> String {
    let rest = bytes.saturating_sub(CLAIMS.len() + 8);
    let open = CLAIMS.strip_suffix('}').unwrap_or(CLAIMS);
    format!(r#"{open},"x":"{}"}}"#, "x".repeat(rest))
}

fn members(bytes: usize) -> String {
    (0..bytes / 9).map(|at| format!(r#""{at:04}":1"#)).collect::<Vec<_>>().join(",")
}

fn thirds() -> String {
    let third = "A".repeat(LONGEST / 3 / 4 * 4);
    format!("{third}.{third}.{third}")
}

fn signed(keys: Keys, header: &str, claims: &str) -> String {
    let message = format!("{}.{}", encode(header), encode(claims));
    let signature = keys.sign(&message);
    format!("{message}.{signature}")
}

/// Another signature that is base64url, of the same length.
fn flip(signature: &str) -> String {
    let first = if signature.starts_with('A') { "B" } else { "A" };
    format!("{first}{}", signature.get(1..).unwrap_or_default())
}

fn bearer(token: &str) -> String {
    format!("Bearer {token}")
}

fn encode(text: &str) -> String {
    URL_SAFE_NO_PAD.encode(text)
}
