//! `JwtBearer` at work.

use std::sync::Arc;
use std::time::SystemTime;

use actix_web::HttpRequest;

use super::accept::{Acceptance, Refusal, TOO_LONG, Window};
#[cfg(feature = "authority")]
use super::authority::{Asked, Authorities};
use super::bearer::Bearer;
use super::key::{Jwk, VerifyingKey};
use super::read::ClaimNames;
use super::rotation::Rotation;
use crate::principal::{Facts, Principal};
use crate::scheme::{Answer, Challenge, Found, Reason, Scheme, Setup};

/// Recognizes callers by tokens in `Authorization`.
#[derive(Debug)]
pub(super) struct JwtScheme {
    pub(super) judge: Arc<Judge>,
    pub(super) challenge: Challenge,
    pub(super) setup: Setup,
    #[cfg(feature = "authority")]
    pub(super) authorities: Authorities,
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
#[allow(dead_code, reason = "read by whoever keeps it")]
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

    /// The public keys that were given here and verify at a time: nothing of an authority's.
    pub(crate) fn public_keys(&self, now: SystemTime) -> Vec<Jwk> {
        let own = self.acceptance.trusts.iter().filter(|trust| trust.rotation.is_some());
        let mut keys = Vec::new();
        for trust in own {
            let current = trust.ring.current();
            let in_use = current.iter().filter(|key| key.is_in_use(now));
            keys.extend(in_use.filter_map(|key| key.jwk().cloned()));
        }
        keys
    }

    /// The keys of an issuer, the scheme's own if none is named, if they were given here.
    pub(crate) fn rotation(&self, issuer: Option<&str>) -> Option<&Arc<Rotation>> {
        let mut trusts = self.acceptance.trusts.iter();
        let trust = match issuer {
            None => trusts.next(),
            Some(_) => trusts.find(|trust| trust.issuer.as_deref() == issuer),
        };
        trust?.rotation.as_ref()
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

    fn judge(&self, token: &[u8], now: SystemTime) -> Result<Found, Refusal> {
        self.verify(token, now).map(|verified| Found::Caller(verified.caller))
    }

    #[cfg(not(feature = "authority"))]
    fn answer<'a>(&'a self, token: &'a [u8]) -> Answer<'a> {
        let judged = self.judge(token, self.setup.clock().now());
        Answer::Ready(judged.unwrap_or_else(Found::rejected))
    }

    /// Where the key is not there, asks the authority that should have it.
    #[cfg(feature = "authority")]
    fn answer<'a>(&'a self, token: &'a [u8]) -> Answer<'a> {
        let now = self.setup.clock().now();
        self.authorities.tend(now);
        let refusal = match self.judge(token, now) {
            Ok(found) => return Answer::Ready(found),
            Err(refusal) => refusal,
        };
        let Some(authority) = self.authorities.lacking(token, refusal) else {
            return Answer::Ready(Found::rejected(refusal));
        };
        Answer::later(async move {
            match authority.ask(now).await {
                Asked::Never => Found::Unavailable("the authority has told no keys yet".into()),
                Asked::Known => {
                    let now = self.setup.clock().now();
                    self.judge(token, now).unwrap_or_else(Found::rejected)
                }
            }
        })
    }
}

impl Scheme for JwtScheme {
    fn authenticate<'a>(&'a self, request: &'a HttpRequest) -> Answer<'a> {
        let longest = self.judge.acceptance.max_token_bytes;
        match Bearer::of(request.headers(), longest) {
            Bearer::Absent => Answer::Ready(Found::Nothing),
            Bearer::Malformed => Answer::Ready(Found::Rejected(Reason::Malformed)),
            Bearer::TooLong => Answer::Ready(Found::rejected(TOO_LONG)),
            Bearer::Token(token) => self.answer(token),
        }
    }

    fn challenge(&self) -> Challenge {
        self.challenge.clone()
    }

    fn ambient(&self) -> bool {
        false
    }
}
