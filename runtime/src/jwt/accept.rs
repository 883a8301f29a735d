//! Which tokens are accepted: every rule, each with its source. One pass, in this order:
//! size, shape, header, key, signature, claims. Nothing of the claims is read before the
//! signature holds.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value};

use super::json;
use super::key::VerifyingKey;
use crate::principal::SCHEME_ISSUER;

/// What a scheme accepts.
#[derive(Debug)]
pub(super) struct Acceptance {
    pub(super) keys: Vec<VerifyingKey>,
    pub(super) issuer: Option<String>,
    /// Whoever the token says; else, without an issuer, the scheme itself vouches.
    pub(super) any_issuer: bool,
    /// Empty: tokens with an `aud` are for somebody else.
    pub(super) audiences: Vec<String>,
    pub(super) any_audience: bool,
    pub(super) leeway: Duration,
    pub(super) max_age: Option<Duration>,
    pub(super) max_token_bytes: usize,
}

/// The claims of an accepted token, and the text they were signed as.
#[derive(Debug)]
pub(super) struct Accepted {
    pub(super) claims: Map<String, Value>,
    pub(super) text: String,
    pub(super) expires: SystemTime,
}

/// In base64url: it is read before the signature is checked, so it must not cost more than that.
const LONGEST_HEADER: usize = 2 * 1024;

/// Of an RSA key of 8192 bits, in base64url. Longer ones are not worth decoding.
const LONGEST_SIGNATURE: usize = 1366;

pub(super) const TOO_LONG: Refusal = "the token is too long";

/// Why a token is refused: for developers, in words that quote nothing of it.
pub(super) type Refusal = &'static str;

impl Acceptance {
    /// Judges a token at a time.
    pub(super) fn accept(&self, token: &[u8], now: SystemTime) -> Result<Accepted, Refusal> {
        // A bound before anything is decoded: RFC 8725 §2.4 names no figure, ours is 8 KiB.
        ensure(token.len() <= self.max_token_bytes, TOO_LONG)?;
        let parts = Parts::split(token)?;
        let longest = (self.max_token_bytes / 4).max(LONGEST_HEADER);
        ensure(parts.header.len() <= longest, "the header is too long")?;
        let header = decode(parts.header).and_then(|text| json::header(&text));
        let header = header.ok_or("the header is no JSON object with unique names")?;
        let keys = self.keys_for(&header)?;
        ensure(parts.signature.len() <= LONGEST_SIGNATURE, "the signature does not hold")?;
        let signature = decode(parts.signature).ok_or("the signature is not base64url")?;
        let holds = keys.iter().any(|key| key.verifies(parts.message, &signature));
        ensure(holds, "the signature does not hold")?;

        let text = decode(parts.payload).and_then(|text| String::from_utf8(text).ok());
        let text = text.ok_or("the claims are not base64url of UTF-8")?;
        let claims = json::object(text.as_bytes());
        let claims = claims.ok_or("the claims are no JSON object with unique names")?;
        let expires = self.times(&claims, now)?;
        self.issuer(&claims)?;
        self.audience(&claims)?;
        Ok(Accepted { claims, text, expires })
    }

    /// Whether tokens for another scheme pass here, as far as issuer and audience tell.
    pub(super) fn admits_those_of(&self, other: &Self) -> bool {
        let issuer = self.issuer.is_none() || other.any_issuer || self.issuer == other.issuer;
        let shared = self.audiences.iter().any(|own| other.audiences.contains(own));
        let neither = self.audiences.is_empty() && other.audiences.is_empty();
        issuer && (self.any_audience || shared || neither)
    }

    /// The keys that a header may mean, if it breaks no rule: one, unless it names none.
    fn keys_for(&self, header: &Map<String, Value>) -> Result<Vec<&VerifyingKey>, Refusal> {
        // Extensions that we do not know must be refused, and we know none: RFC 7515 §4.1.11.
        // An empty `crit`, or one that names absent members, is not even allowed there.
        ensure(!header.contains_key("crit"), "`crit` names extensions that are not known")?;
        // RFC 7797 §6: `b64` needs `crit`; RFC 7516 §4.1.2–3: `enc` and `zip` are of JWE.
        for name in ["b64", "zip", "enc"] {
            ensure(!header.contains_key(name), "`b64`, `zip` or `enc` is in the header")?;
        }
        typ(header.get("typ"))?;
        // RFC 7515 §4.1.4: a string that selects a key. `jwk`, `jku`, `x5u` and `x5c` bring
        // keys of the sender's choice and are never looked at (RFC 8725 §3.10).
        let kid = match header.get("kid") {
            None => None,
            Some(kid) => Some(kid.as_str().ok_or("`kid` is not a string")?),
        };
        // The algorithm belongs to the key, not to the token (RFC 8725 §3.1); `none` is no
        // key's algorithm (§3.2).
        let algorithm = header.get("alg").and_then(Value::as_str).ok_or("`alg` is not a string")?;
        let mut keys = self.keys.iter().filter(|key| key.is_selected_by(kid)).collect::<Vec<_>>();
        ensure(!keys.is_empty(), "`kid` selects no configured key")?;
        keys.retain(|key| key.algorithm().name() == algorithm);
        ensure(!keys.is_empty(), "`alg` is not the key's algorithm")?;
        Ok(keys)
    }

    /// `exp`, `nbf`, `iat` (RFC 7519 §4.1.4–6), `exp` being required (RFC 9068 §2.2). Returns
    /// when the token ends to be accepted.
    fn times(&self, claims: &Map<String, Value>, now: SystemTime) -> Result<SystemTime, Refusal> {
        let leeway = self.leeway.as_secs_f64();
        let now = now.duration_since(UNIX_EPOCH).map_err(|_| "the clock is before 1970")?;
        let now = now.as_secs_f64();
        let expires = date(claims.get("exp"))?.ok_or("`exp` is missing")?;
        // The current time must be *before* it, so equal is too late.
        ensure(now < expires + leeway, "the token has expired")?;
        if let Some(from) = date(claims.get("nbf"))? {
            ensure(from <= now + leeway, "the token is not valid yet")?;
        }
        let issued = date(claims.get("iat"))?;
        if let Some(issued) = issued {
            ensure(issued <= now + leeway, "the token was issued in the future")?;
        }
        if let Some(max_age) = self.max_age {
            let issued = issued.ok_or("`iat` is missing")?;
            ensure(now < issued + max_age.as_secs_f64() + leeway, "the token is too old")?;
        }
        ensure(expires >= 0.0, "`exp` is out of range")?;
        Duration::try_from_secs_f64(expires + leeway)
            .ok()
            .and_then(|since| UNIX_EPOCH.checked_add(since))
            .ok_or("`exp` is out of range")
    }

    /// RFC 7519 §4.1.1, RFC 8725 §3.8
    fn issuer(&self, claims: &Map<String, Value>) -> Result<(), Refusal> {
        let issuer = match claims.get("iss") {
            None => None,
            Some(issuer) => Some(issuer.as_str().ok_or("`iss` is not a string")?),
        };
        if let Some(issuer) = issuer {
            ensure(!issuer.is_empty(), "`iss` is empty")?;
            // It would make the user one of another scheme's.
            ensure(!issuer.starts_with(SCHEME_ISSUER), "`iss` is a name of this library's own")?;
        }
        ensure(self.issuer.is_none() || self.issuer.as_deref() == issuer, "`iss` is not the issuer")
    }

    /// RFC 7519 §4.1.3: with an `aud`, a token is refused by whoever is not among it; RFC 8725
    /// §3.9.
    fn audience(&self, claims: &Map<String, Value>) -> Result<(), Refusal> {
        let audiences = match claims.get("aud") {
            None => None,
            Some(Value::String(one)) => Some(vec![one.as_str()]),
            Some(Value::Array(several)) => {
                let texts = several.iter().map(Value::as_str).collect::<Option<Vec<_>>>();
                Some(texts.ok_or("`aud` is neither a string nor an array of strings")?)
            }
            Some(_) => return Err("`aud` is neither a string nor an array of strings"),
        };
        let ours = |audience: &&str| self.audiences.iter().any(|own| own == audience);
        match audiences {
            _ if self.any_audience => Ok(()),
            Some(audiences) => ensure(audiences.iter().any(ours), "`aud` is somebody else"),
            None => ensure(self.audiences.is_empty(), "`aud` is missing"),
        }
    }
}

/// The parts of a token (RFC 7515 §7.1, RFC 7519 §7.2).
struct Parts<'a> {
    header: &'a [u8],
    payload: &'a [u8],
    signature: &'a [u8],
    /// What is signed: header, dot and payload, as they came.
    message: &'a [u8],
}

impl<'a> Parts<'a> {
    fn split(token: &'a [u8]) -> Result<Self, Refusal> {
        let mut parts = token.split(|byte| *byte == b'.');
        let (Some(header), Some(payload), Some(signature), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err("the token has not three parts");
        };
        let empty = header.is_empty() || payload.is_empty() || signature.is_empty();
        ensure(!empty, "a part of the token is empty")?;
        let message = token.get(..header.len() + 1 + payload.len()).unwrap_or_default();
        Ok(Self { header, payload, signature, message })
    }
}

/// Absent, or one of the types of an access token; letter case and `application/` do not
/// matter (RFC 7515 §4.1.9, RFC 9068 §2.1). An id, refresh or logout token is none (RFC 8725
/// §3.11–12).
fn typ(typ: Option<&Value>) -> Result<(), Refusal> {
    let Some(typ) = typ else { return Ok(()) };
    let typ = typ.as_str().ok_or("`typ` is not a string")?.to_ascii_lowercase();
    let typ = typ.strip_prefix("application/").unwrap_or(&typ);
    ensure(matches!(typ, "jwt" | "at+jwt"), "`typ` is not the type of an access token")
}

/// `NumericDate`, RFC 7519 §2: seconds since 1970, with or without a fraction.
fn date(claim: Option<&Value>) -> Result<Option<f64>, Refusal> {
    let Some(claim) = claim else { return Ok(None) };
    claim.as_f64().map(Some).ok_or("`exp`, `nbf` or `iat` is not a number")
}

/// Base64url without padding, blanks or loose bits (RFC 7515 §2, RFC 4648 §3.5).
fn decode(part: &[u8]) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(part).ok()
}

pub(super) fn encode(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

fn ensure(holds: bool, refusal: Refusal) -> Result<(), Refusal> {
    if holds { Ok(()) } else { Err(refusal) }
}
