//! `JwtBearer` at work.

use std::sync::Arc;
use std::time::SystemTime;

use actix_web::HttpRequest;

use super::accept::{Refusal, TOO_LONG, Window};
#[cfg(feature = "authority")]
use super::authority::{Asked, Authorities};
use super::bearer::{Bearer, is_token};
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
    #[cfg(feature = "authority")]
    pub(super) authorities: Authorities,
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

    fn answer<'a>(&'a self, token: &'a [u8]) -> Answer<'a> {
        let now = self.setup.clock().now();
        #[cfg(feature = "authority")]
        self.authorities.tend(now);
        let known = self.remembered.as_ref().and_then(|remembered| remembered.get(token, now));
        match known.map_or_else(|| self.caller(token, now), Ok) {
            Ok(caller) => Answer::Ready(Found::Caller(caller)),
            Err(_) if !is_token(token) => Answer::Ready(Found::Rejected(Reason::Malformed)),
            Err(refusal) => self.refused(token, refusal, now),
        }
    }

    #[cfg(not(feature = "authority"))]
    fn refused<'a>(&self, _: &'a [u8], refusal: Refusal, _: SystemTime) -> Answer<'a> {
        Answer::Ready(Found::rejected(refusal))
    }

    /// Where the key is not there, asks the authority that should have it.
    #[cfg(feature = "authority")]
    fn refused<'a>(&'a self, token: &'a [u8], refusal: Refusal, now: SystemTime) -> Answer<'a> {
        let Some(authority) = self.authorities.lacking(token, refusal) else {
            return Answer::Ready(Found::rejected(refusal));
        };
        Answer::later(async move {
            match authority.ask(now).await {
                Asked::Never => Found::Unavailable("the authority has told no keys yet".into()),
                Asked::Known => {
                    let judged = self.caller(token, self.setup.clock().now());
                    judged.map_or_else(Found::rejected, Found::Caller)
                }
            }
        })
    }

    /// The caller of a token that nothing is remembered of; remembers it.
    fn caller(&self, token: &[u8], now: SystemTime) -> Result<Principal, Refusal> {
        let Some(remembered) = &self.remembered else {
            return Ok(self.verify(token, now)?.caller);
        };
        let verified = self.verify(token, now)?;
        let caller = verified.caller.clone();
        remembered.keep(token, verified);
        Ok(caller)
    }
}

impl Scheme for JwtScheme {
    fn authenticate<'a>(&'a self, request: &'a HttpRequest) -> Answer<'a> {
        match Bearer::of(request.headers(), self.judge.acceptance.max_token_bytes) {
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
