//! `JwtBearer` at work.

use actix_web::HttpRequest;

use super::accept::{Acceptance, Refusal};
use super::bearer::Bearer;
use super::read::ClaimNames;
use crate::principal::Principal;
use crate::scheme::{Answer, Challenge, Found, Reason, Scheme, Setup};

/// Recognizes callers by tokens in `Authorization`.
#[derive(Debug)]
pub(super) struct JwtScheme {
    pub(super) acceptance: Acceptance,
    pub(super) names: ClaimNames,
    pub(super) challenge: Challenge,
    pub(super) setup: Setup,
}

impl JwtScheme {
    fn caller(&self, token: &[u8]) -> Result<Principal, Refusal> {
        let accepted = self.acceptance.accept(token, self.setup.clock().now())?;
        let caller = Principal::from(self.names.read(accepted)?);
        self.setup.stamp(caller)
    }
}

impl Scheme for JwtScheme {
    fn authenticate<'a>(&'a self, request: &'a HttpRequest) -> Answer<'a> {
        Answer::Ready(match Bearer::of(request.headers()) {
            Bearer::Absent => Found::Nothing,
            Bearer::Malformed => Found::Rejected(Reason::Malformed),
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
