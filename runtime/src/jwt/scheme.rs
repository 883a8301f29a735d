//! `JwtBearer` at work.

use std::sync::Arc;
use std::time::SystemTime;

use actix_web::HttpRequest;

use super::accept::{Refusal, TOO_LONG, Window};
use super::bearer::Bearer;
use super::cache::VerifiedTokens;
use super::judge::{Judge, Judged, Said};
use super::key::VerifyingKey;
use crate::principal::Principal;
use crate::scheme::{Answer, Challenge, Found, Reason, Scheme, Setup};

/// Recognizes callers by tokens in `Authorization`.
#[derive(Debug)]
pub(super) struct JwtScheme {
    pub(super) judge: Arc<Judge>,
    pub(super) challenge: Challenge,
    pub(super) setup: Setup,
    /// `None`: every token is verified anew.
    pub(super) remembered: Option<VerifiedTokens>,
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

impl JwtScheme {
    /// Judges a token at a time, from its first byte to its caller.
    ///
    /// # Errors
    ///
    /// Why it is refused.
    pub(super) fn verify(&self, token: &[u8], now: SystemTime) -> Result<Verified, Refusal> {
        let (Window { from, until, .. }, key, caller) = match self.judge.judge(token, now)? {
            Judged { accepted, said: Said::Read(caller, bits) } => {
                (accepted.window, accepted.key, self.setup.bind(caller, bits))
            }
            Judged { accepted, said: Said::Facts(facts) } => {
                (accepted.window, accepted.key, self.setup.stamp((*facts).into())?)
            }
        };
        Ok(Verified { caller, key, from, until })
    }

    /// The caller of a token that nothing is remembered of; remembers it.
    fn caller(&self, token: &[u8], now: SystemTime) -> Result<Principal, Refusal> {
        let Some(remembered) = &self.remembered else {
            return Ok(self.verify(token, now)?.caller);
        };
        let era = remembered.era();
        let verified = self.verify(token, now)?;
        let caller = verified.caller.clone();
        remembered.keep(token, verified, era);
        Ok(caller)
    }

    fn find(&self, bearer: Bearer<'_>) -> Found {
        let now = self.setup.clock().now();
        if let (Bearer::Token(token), Some(remembered)) = (&bearer, &self.remembered)
            && let Some(caller) = remembered.get(token, now)
        {
            return Found::Caller(caller);
        }
        match bearer.checked() {
            Bearer::Absent => Found::Nothing,
            Bearer::Malformed => Found::Rejected(Reason::Malformed),
            Bearer::TooLong => Found::rejected(TOO_LONG),
            Bearer::Token(token) => match self.caller(token, now) {
                Ok(caller) => Found::Caller(caller),
                Err(refusal) => Found::rejected(refusal),
            },
        }
    }
}

impl Scheme for JwtScheme {
    fn authenticate<'a>(&'a self, request: &'a HttpRequest) -> Answer<'a> {
        let longest = self.judge.acceptance.max_token_bytes;
        Answer::Ready(match Bearer::of(request.headers(), longest) {
            Bearer::Absent => Found::Nothing,
            bearer => self.find(bearer),
        })
    }

    fn challenge(&self) -> Challenge {
        self.challenge.clone()
    }

    fn ambient(&self) -> bool {
        false
    }
}
