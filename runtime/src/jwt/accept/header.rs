//! Which keys a header means, if it breaks no rule.

use std::sync::Arc;
use std::time::SystemTime;

use serde_json::{Map, Value};
use smallvec::SmallVec;

use super::super::json;
use super::super::key::VerifyingKey;
use super::super::trust::Trust;
use super::parts::decode;
use super::{Acceptance, Refusal, ensure};

/// In base64url: it is read before the signature is checked, so it must not cost more than that.
const LONGEST_HEADER: usize = 2 * 1024;

/// A key that a header may mean, and whose it is.
pub(super) type Candidate<'a> = (&'a Trust, Arc<VerifyingKey>);

pub(super) type Candidates<'a> = SmallVec<[Candidate<'a>; 2]>;

impl Acceptance {
    /// The keys that have verified tokens with this very header, which is in base64url.
    pub(super) fn acquainted(&self, header: &[u8], now: SystemTime) -> Candidates<'_> {
        self.keys(now, |key| key.knows_header(header))
    }

    /// The keys that a header in base64url may mean: one, unless it names none.
    pub(super) fn candidates(
        &self,
        header: &[u8],
        now: SystemTime,
    ) -> Result<Candidates<'_>, Refusal> {
        let longest = (self.max_token_bytes / 4).max(LONGEST_HEADER);
        ensure(header.len() <= longest, "the header is too long")?;
        let header = decode(header).and_then(|text| json::header(&text));
        self.selected(&header.ok_or("the header is no JSON object with unique names")?, now)
    }

    fn selected(
        &self,
        header: &Map<String, Value>,
        now: SystemTime,
    ) -> Result<Candidates<'_>, Refusal> {
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
        let mut keys = self.keys(now, |key| key.is_selected_by(kid));
        ensure(!keys.is_empty(), "`kid` selects no configured key")?;
        keys.retain(|(_, key)| key.algorithm().name() == algorithm);
        ensure(!keys.is_empty(), "`alg` is not the key's algorithm")?;
        Ok(keys)
    }

    fn keys(&self, now: SystemTime, wanted: impl Fn(&VerifyingKey) -> bool) -> Candidates<'_> {
        let mut keys = Candidates::new();
        for trust in &self.trusts {
            let current = trust.ring.current();
            let wanted = current.iter().filter(|key| key.is_in_use(now) && wanted(key));
            keys.extend(wanted.map(|key| (trust, Arc::clone(key))));
        }
        keys
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
