//! `JwtBearer` at work.

use std::sync::Arc;
use std::time::SystemTime;

use actix_web::HttpRequest;

use super::accept::{Refusal, TOO_LONG, Window};
#[cfg(feature = "authority")]
use super::authority::{Asked, Authorities};
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
    #[cfg(feature = "authority")]
    pub(super) authorities: Authorities,
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

    fn answer<'a>(&'a self, bearer: Bearer<'a>) -> Answer<'a> {
        let now = self.setup.clock().now();
        #[cfg(feature = "authority")]
        self.authorities.tend(now);
        if let (Bearer::Token(token), Some(remembered)) = (&bearer, &self.remembered)
            && let Some(caller) = remembered.get(token, now)
        {
            return Answer::Ready(Found::Caller(caller));
        }
        Answer::Ready(match bearer.checked() {
            Bearer::Absent => Found::Nothing,
            Bearer::Malformed => Found::Rejected(Reason::Malformed),
            Bearer::TooLong => Found::rejected(TOO_LONG),
            Bearer::Token(token) => match self.caller(token, now) {
                Ok(caller) => Found::Caller(caller),
                Err(refusal) => return self.refuse(token, refusal, now),
            },
        })
    }

    #[cfg(not(feature = "authority"))]
    fn refuse<'a>(&'a self, _: &'a [u8], refusal: Refusal, _: SystemTime) -> Answer<'a> {
        Answer::Ready(Found::rejected(refusal))
    }

    /// Where the key is not there, asks the authority that should have it, before refusing.
    #[cfg(feature = "authority")]
    fn refuse<'a>(&'a self, token: &'a [u8], refusal: Refusal, now: SystemTime) -> Answer<'a> {
        let Some(authority) = self.authorities.lacking(token, refusal) else {
            return Answer::Ready(Found::rejected(refusal));
        };
        Answer::later(async move {
            if authority.ask(now).await == Asked::Never {
                return Found::Unavailable("the authority has told no keys yet".into());
            }
            match self.caller(token, self.setup.clock().now()) {
                Ok(caller) => Found::Caller(caller),
                Err(refusal) => Found::rejected(refusal),
            }
        })
    }
}

impl Scheme for JwtScheme {
    fn authenticate<'a>(&'a self, request: &'a HttpRequest) -> Answer<'a> {
        let longest = self.judge.acceptance.max_token_bytes;
        match Bearer::of(request.headers(), longest) {
            Bearer::Absent => Answer::Ready(Found::Nothing),
            bearer => self.answer(bearer),
        }
    }

    fn challenge(&self) -> Challenge {
        self.challenge.clone()
    }

    fn ambient(&self) -> bool {
        false
    }
}
