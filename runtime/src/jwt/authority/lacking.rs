//! Tokens whose key is not there: perhaps their provider has a new one.

use std::sync::Arc;
use std::time::SystemTime;

use super::keeper::Keeper;
use crate::jwt::accept::{FOR_WANT_OF_A_KEY, Hearsay, Refusal};

/// The providers of a scheme.
#[derive(Debug, Default)]
pub(in super::super) struct Authorities(Vec<Arc<Keeper>>);

impl Authorities {
    pub(in super::super) fn add(&mut self, keeper: Arc<Keeper>) {
        self.0.push(keeper);
    }

    /// Sees to it that keys are fetched when they are due. Called with every token; does not
    /// wait.
    pub(in super::super) fn tend(&self, now: SystemTime) {
        self.0.iter().for_each(|keeper| keeper.tend(now));
    }

    /// Whom to ask about a token that was refused: the provider that it says it is from, if that
    /// could have signed it, and if its key is not among those that are there.
    pub(in super::super) fn lacking(&self, token: &[u8], refusal: Refusal) -> Option<&Arc<Keeper>> {
        if self.0.is_empty() || !FOR_WANT_OF_A_KEY.contains(&refusal) {
            return None;
        }
        let told = Hearsay::of(token)?;
        let issuer = told.issuer.as_deref();
        // Whoever may be any issuer is none of those that are named beside.
        let named = self.0.iter().find(|keeper| keeper.is_named(issuer));
        let keeper = named.or_else(|| self.0.iter().find(|keeper| keeper.is_any()))?;
        let lacks = keeper.lacks(told.kid.as_deref(), &told.algorithm);
        lacks.then_some(keeper)
    }
}
