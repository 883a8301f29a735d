//! Which tokens are accepted: every rule, each with its source. One pass, in this order:
//! size, shape, header, key, signature, claims. Nothing of the claims is read before the
//! signature holds.

use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value};

use super::json;
use super::key::VerifyingKey;
use super::trust::Trust;

/// What a scheme accepts.
#[derive(Debug)]
pub(super) struct Acceptance {
    /// INVARIANT: not empty.
    pub(super) trusts: Vec<Trust>,
    pub(super) leeway: Duration,
    pub(super) max_age: Option<Duration>,
    pub(super) max_token_bytes: usize,
}

/// The claims of an accepted token, and the text they were signed as.
#[derive(Debug)]
pub(super) struct Accepted {
    pub(super) claims: Map<String, Value>,
    pub(super) text: String,
    /// `exp` and the leeway.
    pub(super) expires: SystemTime,
    /// When the token is accepted: see [`Verified`](super::scheme::Verified).
    pub(super) window: Window,
    /// The key that has verified it.
    pub(super) key: Arc<VerifyingKey>,
    /// Whether whoever the token names as issuer vouches for the caller.
    pub(super) has_issuer: bool,
}

/// From when on a token is accepted, and from when on no longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Window {
    pub(super) from: SystemTime,
    pub(super) until: SystemTime,
}

/// A key that a header may mean, and whose it is.
type Candidate<'a> = (&'a Trust, Arc<VerifyingKey>);

/// In base64url: it is read before the signature is checked, so it must not cost more than that.
const LONGEST_HEADER: usize = 2 * 1024;

/// Of an RSA key of 8192 bits, in base64url. Longer ones are not worth decoding.
const LONGEST_SIGNATURE: usize = 1366;

/// How many keys are tried on one token: a stranger's costs no more than so many signatures. Only
/// a token without `kid`, or one for several issuers with the same `kid`, means more than one.
const MOST_TRIES: usize = 8;

pub(super) const TOO_LONG: Refusal = "the token is too long";
pub(super) const NOT_THE_ISSUER: Refusal = "`iss` is not the issuer";
const NOT_SIGNED: Refusal = "the signature does not hold";

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
        let candidates = self.candidates(&header, now)?;
        ensure(parts.signature.len() <= LONGEST_SIGNATURE, NOT_SIGNED)?;
        let signature = decode(parts.signature).ok_or("the signature is not base64url")?;
        let mut refusal = NOT_SIGNED;
        for (trust, key) in candidates.into_iter().take(MOST_TRIES) {
            if key.verifies(parts.message, &signature) {
                match self.claims(parts.payload, trust, key, now) {
                    // The same key may be that of several issuers.
                    Err(NOT_THE_ISSUER) => refusal = NOT_THE_ISSUER,
                    judged => return judged,
                }
            }
        }
        Err(refusal)
    }

    /// Judges the claims of a token that this key has signed, which is that of this issuer.
    fn claims(
        &self,
        payload: &[u8],
        trust: &Trust,
        key: Arc<VerifyingKey>,
        now: SystemTime,
    ) -> Result<Accepted, Refusal> {
        let text = decode(payload).and_then(|text| String::from_utf8(text).ok());
        let text = text.ok_or("the claims are not base64url of UTF-8")?;
        let claims = json::object(text.as_bytes());
        let claims = claims.ok_or("the claims are no JSON object with unique names")?;
        let (expires, mut window) = self.times(&claims, now)?;
        window.until = key.until().map_or(window.until, |until| until.min(window.until));
        trust.issuer(&claims)?;
        self.is_not_another(trust, &claims)?;
        trust.audience(&claims)?;
        let has_issuer = !trust.ignores_issuers();
        Ok(Accepted { claims, text, expires, window, key, has_issuer })
    }

    /// Whoever may be any issuer is none of those that are named beside.
    fn is_not_another(&self, trust: &Trust, claims: &Map<String, Value>) -> Result<(), Refusal> {
        let issuer = claims.get("iss").and_then(Value::as_str).filter(|_| trust.any_issuer);
        let named =
            |issuer: &str| self.trusts.iter().any(|other| other.issuer.as_deref() == Some(issuer));
        ensure(!issuer.is_some_and(named), NOT_THE_ISSUER)
    }

    /// The keys that a header may mean, if it breaks no rule: one, unless it names none.
    fn candidates(
        &self,
        header: &Map<String, Value>,
        now: SystemTime,
    ) -> Result<Vec<Candidate<'_>>, Refusal> {
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
        let mut keys = Vec::new();
        for trust in &self.trusts {
            let current = trust.ring.current();
            let selected = current.iter().filter(|key| key.is_selected_by(kid));
            let in_use = selected.filter(|key| key.is_in_use(now));
            keys.extend(in_use.map(|key| (trust, Arc::clone(key))));
        }
        ensure(!keys.is_empty(), "`kid` selects no configured key")?;
        keys.retain(|(_, key)| key.algorithm().name() == algorithm);
        ensure(!keys.is_empty(), "`alg` is not the key's algorithm")?;
        Ok(keys)
    }

    /// `exp`, `nbf`, `iat` (RFC 7519 §4.1.4–6), `exp` being required (RFC 9068 §2.2). Returns
    /// when the token expires, and when it is accepted.
    fn times(
        &self,
        claims: &Map<String, Value>,
        now: SystemTime,
    ) -> Result<(SystemTime, Window), Refusal> {
        let leeway = self.leeway.as_secs_f64();
        let now = now.duration_since(UNIX_EPOCH).map_err(|_| "the clock is before 1970")?;
        let now = now.as_secs_f64();
        let expires = date(claims.get("exp"))?.ok_or("`exp` is missing")?;
        // The current time must be *before* it, so equal is too late.
        ensure(now < expires + leeway, "the token has expired")?;
        let (mut from, mut until) = (0.0_f64, expires + leeway);
        if let Some(earliest) = date(claims.get("nbf"))? {
            ensure(earliest <= now + leeway, "the token is not valid yet")?;
            from = from.max(earliest - leeway);
        }
        let issued = date(claims.get("iat"))?;
        if let Some(issued) = issued {
            ensure(issued <= now + leeway, "the token was issued in the future")?;
            from = from.max(issued - leeway);
        }
        if let Some(max_age) = self.max_age {
            let issued = issued.ok_or("`iat` is missing")?;
            let too_old = issued + max_age.as_secs_f64() + leeway;
            ensure(now < too_old, "the token is too old")?;
            until = until.min(too_old);
        }
        ensure(expires >= 0.0, "`exp` is out of range")?;
        let expires = time(expires + leeway).ok_or("`exp` is out of range")?;
        let window = Window {
            from: time(from).unwrap_or(expires),
            until: time(until).unwrap_or(UNIX_EPOCH),
        };
        Ok((expires, window))
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

fn time(since: f64) -> Option<SystemTime> {
    UNIX_EPOCH.checked_add(Duration::try_from_secs_f64(since).ok()?)
}

/// Base64url without padding, blanks or loose bits (RFC 7515 §2, RFC 4648 §3.5).
fn decode(part: &[u8]) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(part).ok()
}

pub(super) fn encode(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

pub(super) fn ensure(holds: bool, refusal: Refusal) -> Result<(), Refusal> {
    if holds { Ok(()) } else { Err(refusal) }
}
