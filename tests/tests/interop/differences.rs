//! Where we and the other libraries, set up as their manuals show it, do not agree: each
//! difference is meant, and has its reason. One that goes away, because a library has become
//! stricter, fails here, and its row is corrected.

use portcullis::Algorithm;
use serde_json::{Value, json};

use crate::keys::{Pair, shared};
use crate::peer::Peer;
use crate::server::{Server, now, scheme, sound_claims};
use crate::token::signed;

/// Who accepts a token.
#[derive(Debug, PartialEq, Eq)]
struct Verdict {
    pyjwt: bool,
    jose: bool,
}

const BOTH: Verdict = Verdict { pyjwt: true, jose: true };
const PYJWT: Verdict = Verdict { pyjwt: true, jose: false };
const JOSE: Verdict = Verdict { pyjwt: false, jose: true };
const NEITHER: Verdict = Verdict { pyjwt: false, jose: false };

const TYPE: &str = "`typ` is not the type of an access token";
const JWE: &str = "`b64`, `zip` or `enc` is in the header";
const CRIT: &str = "`crit` names extensions that are not known";
const HEADER: &str = "the header is no JSON object with unique names";
const CLAIMS: &str = "the claims are no JSON object with unique names";
const TIME: &str = "`exp`, `nbf` or `iat` is not a number";
const SUBJECT: &str = "the subject is not a non-empty string";
const NAMES: &str = "roles, permissions or scopes are neither a string nor an array of strings";

struct Judges {
    ours: Server,
    pyjwt: Peer,
    jose: Peer,
    key: Pair,
}

impl Judges {
    fn new() -> Self {
        let key = shared(Algorithm::Hs256);
        let ours = Server::verifying(scheme(key.verifying.clone()));
        let mut judges = Self { ours, pyjwt: Peer::pyjwt(), jose: Peer::jose(), key };
        let sound = claims(&json!({}));
        judges.ours.lets_in(&sound);
        assert_eq!(judges.theirs(&sound), BOTH);
        judges
    }

    fn theirs(&mut self, token: &str) -> Verdict {
        Verdict {
            pyjwt: self.pyjwt.would_accept(&self.key.public, token),
            jose: self.jose.would_accept(&self.key.public, token),
        }
    }

    /// We refuse what some of them accept.
    #[track_caller]
    fn stricter(&mut self, token: &str, theirs: &Verdict, why: &str) {
        assert_eq!(self.theirs(token), *theirs, "{why}");
        self.ours.refuses(token, why);
    }

    /// We accept what some of them refuse.
    #[track_caller]
    fn more_lenient(&mut self, changes: &Value, theirs: &Verdict) {
        let token = claims(changes);
        assert_eq!(self.theirs(&token), *theirs, "{changes}");
        self.ours.lets_in(&token);
    }
}

/// A token with this header, which is written out.
fn header(header: &str) -> String {
    signed(header, sound_claims().to_string())
}

/// A sound token but for these claims; `null` takes one away.
fn claims(changes: &Value) -> String {
    let mut claims = sound_claims();
    for (name, value) in changes.as_object().unwrap() {
        claims[name] = value.clone();
    }
    claims.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    payload(claims.to_string())
}

/// A token with these members, which are written out, after sound ones.
fn members(members: &str) -> String {
    let sound = sound_claims().to_string();
    payload(format!("{},{members}}}", sound.strip_suffix('}').unwrap()))
}

fn payload(payload: impl AsRef<[u8]>) -> String {
    signed(r#"{"alg":"HS256"}"#, payload)
}

/// RFC 8725 §3.11–12: a token of another kind, signed with the same key, is no access token.
#[test]
fn headers_that_make_it_another_kind_of_token() {
    let mut judges = Judges::new();
    let rows = [
        (r#"{"alg":"HS256","typ":"logout+jwt"}"#, BOTH, TYPE),
        (r#"{"alg":"HS256","typ":"dpop+jwt"}"#, BOTH, TYPE),
        // Both members are of encrypted tokens (RFC 7516 §4.1.2–3).
        (r#"{"alg":"HS256","enc":"A128GCM"}"#, BOTH, JWE),
        (r#"{"alg":"HS256","zip":"DEF"}"#, BOTH, JWE),
        // RFC 7797 §6–7: must stand in `crit`, and is not for JWTs.
        (r#"{"alg":"HS256","b64":true}"#, BOTH, JWE),
        (r#"{"alg":"HS256","b64":false}"#, JOSE, JWE),
        // The one extension that both know. We know none.
        (r#"{"alg":"HS256","b64":true,"crit":["b64"]}"#, BOTH, CRIT),
        (r#"{"alg":"HS256","exp":1,"crit":["exp"]}"#, NEITHER, CRIT),
        (r#"{"alg":"HS256","kid":7}"#, JOSE, "`kid` is not a string"),
        // RFC 7515 §4: names are unique; another reader takes the first.
        (r#"{"alg":"none","alg":"HS256"}"#, BOTH, HEADER),
        (r#"{"alg":"HS256","kid":"a","kid":"b"}"#, BOTH, HEADER),
    ];
    for (text, theirs, why) in rows {
        judges.stricter(&header(text), &theirs, why);
    }
}

/// A token without an end, or for nobody, grants more than anybody has meant.
#[test]
fn claims_that_are_missing_or_of_another_type() {
    let mut judges = Judges::new();
    let rows = [
        // RFC 9068 §2.2: required.
        (json!({"exp": null}), BOTH, "`exp` is missing"),
        (json!({"sub": null}), BOTH, SUBJECT),
        (json!({"sub": ""}), BOTH, SUBJECT),
        (json!({"sub": 7}), JOSE, SUBJECT),
        // RFC 7519 §2: a NumericDate is a number. PyJWT reads digits too, and `true` as 1.
        (json!({"exp": (now() + 600).to_string()}), PYJWT, TIME),
        (json!({"nbf": "0"}), PYJWT, TIME),
        (json!({"nbf": true}), PYJWT, TIME),
        (json!({"iat": now() + 600}), JOSE, "the token was issued in the future"),
        (json!({"aud": ["api", 7]}), JOSE, "`aud` is neither a string nor an array of strings"),
        // What is coerced may grant: nothing is.
        (json!({"roles": ["Admin", 7]}), BOTH, NAMES),
        (json!({"roles": {"Admin": true}}), BOTH, NAMES),
        (json!({"scope": 7}), BOTH, NAMES),
        // A longer token costs a stranger nothing, and us something.
        (json!({"padding": "x".repeat(8 * 1024)}), BOTH, "the token is too long"),
    ];
    for (changes, theirs, why) in rows {
        judges.stricter(&claims(&changes), &theirs, why);
    }
}

/// Texts that two readers may read differently: whoever issues and whoever accepts may be two.
#[test]
fn claims_whose_text_is_ambiguous() {
    let mut judges = Judges::new();
    let sound = sound_claims().to_string();
    let utf_16 = sound.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    let nested = |depth| format!(r#""deep":{}{}"#, "[".repeat(depth), "]".repeat(depth));
    let rows = [
        // RFC 7519 §4: names are unique; the last one wins there.
        (members(r#""sub":"root""#), BOTH, CLAIMS),
        (members(r#""roles":["Root"]"#), BOTH, CLAIMS),
        (members(r#""act":{"sub":"a","sub":"b"}"#), BOTH, CLAIMS),
        // RFC 8259 §8.1: UTF-8 without a byte order mark.
        (payload(format!("\u{feff}{sound}")), BOTH, CLAIMS),
        (payload(utf_16), PYJWT, CLAIMS),
        // No character, and no number of JSON or beyond what others can hold (§6, §8.2).
        (members(r#""name":"\ud800""#), BOTH, CLAIMS),
        (members(r#""level":NaN"#), PYJWT, CLAIMS),
        (members(r#""level":1e999"#), BOTH, CLAIMS),
        (members(&nested(16)), BOTH, CLAIMS),
    ];
    for (token, theirs, why) in rows {
        judges.stricter(&token, &theirs, why);
    }
}

/// RFC 7515 §2: base64url without padding and without bits that say nothing. Else one token has
/// many spellings.
#[test]
fn spellings_of_the_same_token() {
    let mut judges = Judges::new();
    let token = claims(&json!({}));
    let why = "the signature is not base64url";
    judges.stricter(&format!("{token}="), &BOTH, why);
    let (last, rest) = (token.chars().last().unwrap(), &token[..token.len() - 1]);
    // 32 bytes end in a character of which two bits say nothing: of two neighbours in the
    // alphabet, the first has them zero.
    let loose = ["AB", "EF", "IJ", "MN", "QR", "UV", "YZ", "cd", "gh", "kl", "op", "st", "wx"]
        .into_iter()
        .chain(["01", "45", "89"])
        .find_map(|pair| pair.strip_prefix(last))
        .unwrap();
    judges.stricter(&format!("{rest}{loose}"), &JOSE, why);
}

/// The other way round: what we accept and some of them do not, unless told to.
#[test]
fn tokens_that_only_we_accept() {
    let mut judges = Judges::new();
    // Clocks differ: ours has a leeway of 30 s, theirs of 0.
    judges.more_lenient(&json!({"exp": now() - 1}), &NEITHER);
    judges.more_lenient(&json!({"nbf": now() + 29}), &NEITHER);
    judges.more_lenient(&json!({"iat": now() + 29}), &JOSE);
    // RFC 7519 §4.1.7: a string. Nothing is decided by it here.
    judges.more_lenient(&json!({"jti": 7}), &JOSE);
}
