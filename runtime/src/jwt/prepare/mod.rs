//! From the developer's `JwtBearer` to one at work, if nothing is wrong with it.

mod names;
mod trusts;

use std::sync::Arc;
use std::time::Duration;

use super::accept::Acceptance;
use super::cache::VerifiedTokens;
use super::config::JwtBearer;
use super::judge::Judge;
use super::scheme::JwtScheme;
use crate::problem::Problem;
use crate::scheme::{Challenge, IntoScheme, Prepared, Setup};
use crate::tokens::Issuer;

const MAX_LEEWAY: Duration = Duration::from_secs(300);
const MOST_TOKEN_BYTES: usize = 64 * 1024;

impl IntoScheme for JwtBearer {
    fn into_scheme(mut self, setup: &Setup) -> Result<Prepared, Vec<Problem>> {
        let mut faults = self.check();
        let (issuer, audience) = (self.issuers.first().cloned(), self.audiences.first().cloned());
        let trusts = self.trusts(setup, &mut faults);
        if !faults.is_empty() {
            return Err(faults.into_iter().map(Problem::new).collect());
        }
        let own = trusts.all.first().and_then(|trust| trust.rotation.clone());
        let signing = own.filter(|keys| keys.signing().is_some());
        let acceptance = Acceptance {
            trusts: trusts.all,
            leeway: self.leeway,
            max_age: self.max_age,
            max_token_bytes: self.max_token_bytes,
        };
        let judge = Arc::new(Judge::new(acceptance, self.names, setup));
        let [own, registered] = [&judge, &judge].map(Arc::clone);
        let issuer = signing.map(|keys| Issuer { keys, issuer, audience, judge: own });
        let challenge = self.realm.into_iter().fold(Challenge::bearer(), Challenge::realm);
        let scheme = JwtScheme {
            judge,
            challenge,
            setup: setup.clone(),
            #[cfg(feature = "authority")]
            authorities: trusts.authorities,
            remembered: VerifiedTokens::new(&self.cache),
        };
        let prepared = Prepared::new(scheme).silent().binding().judging(registered);
        Ok(match issuer {
            Some(issuer) => prepared.issuing(issuer),
            None => prepared,
        })
    }
}

impl JwtBearer {
    /// What is wrong, but for issuers and keys.
    fn check(&self) -> Vec<String> {
        let mut faults = self.check_claim_names();
        let mut refuse = |wrong: bool, fault: &str| wrong.then(|| faults.push(fault.to_owned()));
        refuse(
            self.issuers.len() > 1,
            "`.issuer` is given more than once; one scheme has one issuer, and others by `.trust`",
        );
        refuse(
            self.named_no_key,
            "`.key_id` names no key: an authority tells the ids of its keys itself",
        );
        refuse(self.leeway > MAX_LEEWAY, "the leeway is longer than 5 minutes");
        refuse(self.max_age == Some(Duration::ZERO), "`.max_age` is zero, which no token meets");
        refuse(
            self.max_token_bytes == 0 || self.max_token_bytes > MOST_TOKEN_BYTES,
            "`.max_token_bytes` is not between 1 and 65536",
        );
        faults.extend(self.cache.fault().map(str::to_owned));
        faults
    }
}
