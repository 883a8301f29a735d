//! Which tokens are accepted: every rule, each with its source. In this order: size, shape,
//! [`header`], key, signature, claims. Nothing of the claims is read before the signature holds.

mod header;
#[cfg(feature = "authority")]
mod hearsay;
mod parts;
#[cfg(test)]
mod tests;
mod times;

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use smallvec::SmallVec;

use super::key::VerifyingKey;
use super::read::Registered;
use super::trust::Trust;
use header::{Candidate, Candidates};
use parts::{Parts, decode_short};

#[cfg(feature = "authority")]
pub(super) use hearsay::Hearsay;
pub(super) use parts::{decode_text, encode};
#[cfg(feature = "oauth")]
pub(super) use times::NOT_YET;
pub(super) use times::Window;

/// What a scheme accepts.
#[derive(Debug)]
pub(super) struct Acceptance {
    /// INVARIANT: not empty.
    pub(super) trusts: Vec<Trust>,
    pub(super) leeway: Duration,
    pub(super) max_age: Option<Duration>,
    pub(super) max_token_bytes: usize,
}

/// A token whose signature holds. Its claims are not judged yet.
pub(super) struct Signed<'a> {
    acceptance: &'a Acceptance,
    parts: Parts<'a>,
    signature: SmallVec<[u8; 72]>,
    now: SystemTime,
    /// Whose key has signed it.
    by: Candidate<'a>,
    search: Search<'a>,
}

/// The keys that a token may be signed with.
struct Search<'a> {
    /// Those that come next, the last one first.
    left: Candidates<'a>,
    /// Whose, and which.
    tried: SmallVec<[(&'a Trust, *const VerifyingKey); 2]>,
    header_was_read: bool,
}

/// What was found out about a token that is accepted.
#[derive(Debug)]
pub(super) struct Accepted {
    pub(super) window: Window,
    /// The key that has verified it.
    pub(super) key: Arc<VerifyingKey>,
    /// Whether whoever the token names as issuer vouches for the caller.
    pub(super) has_issuer: bool,
}

/// Of an RSA key of 8192 bits, in base64url. Longer ones are not worth decoding.
const LONGEST_SIGNATURE: usize = 1366;

/// How many keys are tried on one token: a stranger's costs no more than so many signatures. Only
/// a token without `kid`, or one for several issuers with the same `kid`, means more than one.
const MOST_TRIES: usize = 8;

pub(super) const TOO_LONG: Refusal = "the token is too long";
pub(super) const NOT_THE_ISSUER: Refusal = "`iss` is not the issuer";
const NO_KEY: Refusal = "`kid` selects no configured key";
const OTHER_ALGORITHM: Refusal = "`alg` is not the key's algorithm";
const NOT_SIGNED: Refusal = "the signature does not hold";

/// The refusals of a token that another key might accept.
#[cfg(feature = "authority")]
pub(super) const FOR_WANT_OF_A_KEY: [Refusal; 3] = [NO_KEY, OTHER_ALGORITHM, NOT_SIGNED];

/// Why a token is refused: for developers, in words that quote nothing of it.
pub(super) type Refusal = &'static str;

impl Acceptance {
    /// Checks the signature of a token at a time.
    pub(super) fn check<'a>(
        &'a self,
        token: &'a [u8],
        now: SystemTime,
    ) -> Result<Signed<'a>, Refusal> {
        // A bound before anything is decoded: RFC 8725 §2.4 names no figure, ours is 8 KiB.
        ensure(token.len() <= self.max_token_bytes, TOO_LONG)?;
        let parts = Parts::split(token)?;
        let mut search = self.search(parts.header, now)?;
        ensure(parts.signature.len() <= LONGEST_SIGNATURE, NOT_SIGNED)?;
        let signature = decode_short(parts.signature).ok_or("the signature is not base64url")?;
        let by = search.next(self, &parts, &signature, now)?.ok_or(NOT_SIGNED)?;
        Ok(Signed { acceptance: self, parts, signature, now, by, search })
    }

    /// Begins with the keys that know this very header; nothing is wrong with it then. What is
    /// wrong with another one is told before what is wrong with its signature.
    fn search(&self, header: &[u8], now: SystemTime) -> Result<Search<'_>, Refusal> {
        let (left, tried) = (self.acquainted(header, now), SmallVec::new());
        let mut search = Search { left, tried, header_was_read: false };
        if search.left.is_empty() {
            search.read(self, header, now)?;
        }
        Ok(search)
    }
}

impl<'a> Search<'a> {
    /// The next key whose signature this is.
    fn next(
        &mut self,
        among: &'a Acceptance,
        parts: &Parts<'_>,
        signature: &[u8],
        now: SystemTime,
    ) -> Result<Option<Candidate<'a>>, Refusal> {
        while self.tried.len() < MOST_TRIES {
            match self.left.pop() {
                Some((trust, key)) => {
                    self.tried.push((trust, Arc::as_ptr(&key)));
                    if key.verifies(parts.message, signature) {
                        return Ok(Some((trust, key)));
                    }
                }
                None if !self.header_was_read && self.leaves_any(among) => {
                    self.read(among, parts.header, now)?;
                }
                None => break,
            }
        }
        Ok(None)
    }

    /// Whether there are keys that were not tried. If not, a forged token whose header is known
    /// is refused without reading that again, and so without allocating.
    fn leaves_any(&self, among: &Acceptance) -> bool {
        let tried =
            |trust: &Trust| trust.ring.current().iter().all(|key| self.was_tried(trust, key));
        !among.trusts.iter().all(tried)
    }

    fn was_tried(&self, trust: &Trust, key: &Arc<VerifyingKey>) -> bool {
        let mut tried = self.tried.iter();
        tried.any(|(whose, one)| std::ptr::eq(*whose, trust) && *one == Arc::as_ptr(key))
    }

    fn read(
        &mut self,
        among: &'a Acceptance,
        header: &[u8],
        now: SystemTime,
    ) -> Result<(), Refusal> {
        let mut left = among.candidates(header, now)?;
        left.retain(|(trust, key)| !self.was_tried(trust, key));
        self.left = left;
        // In the order in which they were configured.
        self.left.reverse();
        self.header_was_read = true;
        Ok(())
    }
}

impl<'a> Signed<'a> {
    /// The claims in base64url.
    pub(super) fn payload(&self) -> &'a [u8] {
        self.parts.payload
    }

    /// Judges what the claims say.
    pub(super) fn judge(self, claims: &Registered<'_>) -> Result<Accepted, Refusal> {
        let mut window = self.acceptance.times(claims, self.now)?;
        let (header, was_read) = (self.parts.header, self.search.header_was_read);
        let (trust, key) = self.issuer(claims)?;
        trust.audience(claims)?;
        if was_read {
            key.remember_header(header);
        }
        window.until = key.until().map_or(window.until, |until| until.min(window.until));
        Ok(Accepted { window, key, has_issuer: !trust.ignores_issuers() })
    }

    /// The issuer whose token it is, and the key. The same key may be that of several.
    fn issuer(mut self, claims: &Registered<'_>) -> Result<Candidate<'a>, Refusal> {
        loop {
            let trust = self.by.0;
            let known = &self.acceptance.trusts;
            match trust.issuer(claims).and_then(|()| trust.is_no_other(known, claims)) {
                Ok(()) => return Ok(self.by),
                Err(NOT_THE_ISSUER) => {}
                Err(why) => return Err(why),
            }
            let (parts, signature) = (&self.parts, &self.signature);
            let next = self.search.next(self.acceptance, parts, signature, self.now)?;
            self.by = next.ok_or(NOT_THE_ISSUER)?;
        }
    }
}

pub(super) fn ensure(holds: bool, refusal: Refusal) -> Result<(), Refusal> {
    if holds { Ok(()) } else { Err(refusal) }
}
