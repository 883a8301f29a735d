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

/// The honest token of an algorithm, which all the others are compared with: issuer, audience,
/// times, two roles, eight permissions and a claim.
pub fn honest(keys: Keys) -> Kind {
    let header = format!(r#"{{"typ":"JWT","alg":"{}"}}"#, keys.algorithm().name());
    Kind { name: "honest", field: bearer(&signed(keys, &header, CLAIMS)), status: 200 }
}

/// What strangers send. None of it is signed with the key.
pub fn hostile(keys: Keys) -> Vec<Kind> {
    let alg = keys.algorithm().name();
    let header = format!(r#"{{"typ":"JWT","alg":"{alg}"}}"#);
    let wrong = flip(&keys.sign("another message"));
    let forged = |header: &str, claims: &str| {
        format!("{}.{}.{wrong}", encode(header), encode(claims))
    };
    // What fills a token up to the longest, once it is in base64url beside these bytes.
    let room = |others: usize| (LONGEST - others - wrong.len() - 8) / 4 * 3;
    let in_claims = room(header.len() * 4 / 3);
    let in_header = room(CLAIMS.len() * 4 / 3) - header.len();
    let headed = |members: &str| format!(r#"{{"alg":"{alg}",{members}}}"#);
    let tokens = [
        ("bad signature", forged(&header, CLAIMS)),
        ("118 KB, unsigned", forged(&header, &claims_of(118 * 1024 * 3 / 4))),
        ("8 KiB of claims, bad signature", forged(&header, &claims_of(in_claims))),
        ("8 KiB of dots", ".".repeat(LONGEST)),
        ("8 KiB of base64url, one part", "A".repeat(LONGEST)),
        ("8 KiB of base64url, three parts", thirds()),
        ("8 KiB that is no base64url", format!("{}.e30.{wrong}", "+".repeat(in_header))),
        ("8 KiB of nesting in the header", {
            forged(&headed(&format!(r#""x":{}"#, "[".repeat(in_header))), CLAIMS)
        }),
        ("8 KiB of nesting in the claims", {
            forged(&header, &format!(r#"{{"x":{}"#, "[".repeat(in_claims)))
        }),
        ("8 KiB of header, one member", {
            forged(&headed(&format!(r#""x":"{}""#, "x".repeat(in_header - 6))), CLAIMS)
        }),
        ("8 KiB of header, many members", forged(&headed(&members(in_header)), CLAIMS)),
        ("8 KiB of header, one long array", {
            forged(&headed(&format!(r#""x":[{}1]"#, "1,".repeat(in_header / 2 - 6))), CLAIMS)
        }),
        ("8 KiB of header, many empty objects", {
            forged(&headed(&format!(r#""x":[{}1]"#, "{},".repeat(in_header / 3 - 6))), CLAIMS)
        }),
        ("8 KiB of header, a member twice", {
            let many = members(in_header - 16);
            forged(&headed(&format!(r#"{many},"last":1,"last":1"#)), CLAIMS)
        }),
        ("a member twice", forged(&headed(r#""typ":"JWT","typ":"JWT""#), CLAIMS)),
        ("unknown `kid`", forged(&headed(r#""kid":"another""#), CLAIMS)),
        ("`alg` of another key", forged(r#"{"typ":"JWT","alg":"PS512"}"#, CLAIMS)),
        ("`alg` none", forged(r#"{"typ":"JWT","alg":"none"}"#, CLAIMS)),
        ("a signature of 1 byte", format!("{}.{}.AA", encode(&header), encode(CLAIMS))),
        ("a signature of 6 KB", {
            format!("{}.{}.{}", encode(&header), encode(CLAIMS), "A".repeat(7400))
        }),
    ];
    let invalid = |(name, token): (_, String)| Kind { name, field: bearer(&token), status: 401 };
    let mut kinds = tokens.map(invalid).into_iter().collect::<Vec<_>>();
    kinds.push(Kind { name: "8 KiB of blanks", field: bearer(&" ".repeat(LONGEST)), status: 400 });
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
