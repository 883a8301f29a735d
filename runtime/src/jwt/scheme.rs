//! `JwtBearer` at work.

use std::sync::Arc;
use std::time::SystemTime;

use actix_web::HttpRequest;

use super::accept::{Acceptance, Refusal, TOO_LONG};
use super::bearer::Bearer;
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
}

/// From a token to what it says of a caller.
#[derive(Debug)]
pub(crate) struct Judge {
    pub(super) acceptance: Acceptance,
    pub(crate) names: ClaimNames,
}

impl Judge {
    /// What a token says at a time.
    ///
    /// # Errors
    ///
    /// Why it is not accepted.
    pub(crate) fn facts(&self, token: &[u8], now: SystemTime) -> Result<Facts, Refusal> {
        let mut facts = self.names.read(self.acceptance.accept(token, now)?)?;
        // An `iss` that nobody has checked makes nobody a user of that issuer.
        if self.acceptance.issuer.is_none() && !self.acceptance.any_issuer {
            facts.issuer = None;
        }
        Ok(facts)
    }

    /// The public keys that verify.
    pub(crate) fn public_keys(&self) -> impl Iterator<Item = &Jwk> {
        self.acceptance.keys.iter().filter_map(VerifyingKey::jwk)
    }

    /// Whether a token that one of the two accepts, the other may accept as well, although
    /// only one secret is behind both.
    pub(crate) fn is_confused_with(&self, other: &Self) -> bool {
        let (one, other) = (&self.acceptance, &other.acceptance);
        let keys = one.keys.iter().flat_map(|key| other.keys.iter().map(move |two| (key, two)));
        let mut shared = keys.filter(|(key, two)| key.is_the_same_secret(two));
        shared.next().is_some() && (one.admits_those_of(other) || other.admits_those_of(one))
    }
}

impl JwtScheme {
    fn caller(&self, token: &[u8]) -> Result<Principal, Refusal> {
        let facts = self.judge.facts(token, self.setup.clock().now())?;
        self.setup.stamp(facts.into())
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
