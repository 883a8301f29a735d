//! `JwtBearer` at work.

use std::sync::Arc;
use std::time::SystemTime;

use actix_web::HttpRequest;

use super::accept::{Acceptance, Refusal, TOO_LONG, Window};
use super::bearer::Bearer;
use super::cache::VerifiedTokens;
use super::key::{Jwk, VerifyingKey};
use super::read::ClaimNames;
use crate::principal::{Facts, Principal};
use crate::scheme::{Answer, Challenge, Found, Reason, Scheme, Setup};

/// Recognizes callers by tokens in `Authorization`.
#[derive(Debug)]
pub(super) struct JwtScheme {
    pub(super) judge: Arc<Judge>,
    pub(super) challenge: Challenge,
    pub(super) setup: Setup,
    /// `None`: every token is verified anew.
    pub(super) verified: Option<VerifiedTokens>,
}

/// From a token to what it says of a caller.
#[derive(Debug)]
pub(crate) struct Judge {
    pub(super) acceptance: Acceptance,
    pub(crate) names: ClaimNames,
}

/// A token that was found good, for whoever keeps it.
///
/// The answer to the same bytes is the same as long as all of this holds:
/// `from <= now < until`, and not `key.is_retired()`. To be looked at on every use: keys are
/// replaced while requests are judged.
#[derive(Debug)]
pub(super) struct Verified {
    /// Bound to the instance. It tells itself, too, when it expires.
    pub(super) caller: Principal,
    /// The key that has verified it.
    pub(super) key: Arc<VerifyingKey>,
    /// `nbf` and `iat`, less the leeway.
    pub(super) from: SystemTime,
    /// The least of `exp` and `iat` with the greatest age, and the leeway; and of the key's time.
    pub(super) until: SystemTime,
}

impl Judge {
    pub(super) fn new(acceptance: Acceptance, names: ClaimNames, _: &Setup) -> Self {
        Self { acceptance, names }
    }

    /// What a token says at a time.
    ///
    /// # Errors
    ///
    /// Why it is not accepted.
    pub(crate) fn facts(&self, token: &[u8], now: SystemTime) -> Result<Facts, Refusal> {
        self.names.read(&self.acceptance.accept(token, now)?)
    }

    /// The public keys that verify.
    pub(crate) fn public_keys(&self) -> impl Iterator<Item = Jwk> {
        let rings = self.acceptance.trusts.iter().map(|trust| trust.ring.current());
        rings.flat_map(|ring| ring.iter().filter_map(|key| key.jwk().cloned()).collect::<Vec<_>>())
    }

    /// Whether a token that one of the two accepts, the other may accept as well, although
    /// only one secret is behind both.
    pub(crate) fn is_confused_with(&self, other: &Self) -> bool {
        let (one, other) = (&self.acceptance.trusts, &other.acceptance.trusts);
        one.iter().any(|trust| other.iter().any(|two| trust.is_confused_with(two)))
    }
}

impl JwtScheme {
    /// Judges a token at a time, from its first byte to its caller.
    ///
    /// # Errors
    ///
    /// Why it is refused.
    pub(super) fn verify(&self, token: &[u8], now: SystemTime) -> Result<Verified, Refusal> {
        let accepted = self.judge.acceptance.accept(token, now)?;
        let facts = self.judge.names.read(&accepted)?;
        let caller = self.setup.stamp(facts.into())?;
        let (key, Window { from, until }) = (accepted.key, accepted.window);
        Ok(Verified { caller, key, from, until })
    }

    fn caller(&self, token: &[u8]) -> Result<Principal, Refusal> {
        let now = self.setup.clock().now();
        let Some(cache) = &self.verified else {
            return Ok(self.verify(token, now)?.caller);
        };
        if let Some(caller) = cache.get(token, now) {
            return Ok(caller);
        }
        let era = cache.era();
        let verified = self.verify(token, now)?;
        let caller = verified.caller.clone();
        cache.keep(token, verified, era);
        Ok(caller)
    }
}

impl Scheme for JwtScheme {
    fn authenticate<'a>(&'a self, request: &'a HttpRequest) -> Answer<'a> {
        Answer::Ready(match Bearer::of(request.headers(), self.judge.acceptance.max_token_bytes) {
            Bearer::Absent => Found::Nothing,
            Bearer::Malformed => Found::Rejected(Reason::Malformed),
            Bearer::TooLong => Found::rejected(TOO_LONG),
            Bearer::Token(token) => match self.caller(token) {
                Ok(caller) => Found::Caller(caller),
                Err(refusal) => Found::rejected(refusal),
            },
        })
    }

    fn challenge(&self) -> Challenge {
        self.challenge.clone()
    }

    fn ambient(&self) -> bool {
        false
    }
}
