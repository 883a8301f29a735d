//! The scheme as it is registered.

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

use portcullis::{IntoScheme, Prepared, Principal, Problem, Setup};

use super::replay::Replays;
use super::verifier::Verifier;

/// Recognizes callers by signed requests.
pub(crate) struct SignedRequests {
    pub(super) keys: BTreeMap<String, Key>,
    pub(super) repeated: Vec<String>,
    pub(super) tolerance: Duration,
    pub(super) most_remembered: usize,
}

pub(super) struct Key {
    pub(super) secret: Vec<u8>,
    pub(super) owner: Principal,
}

impl SignedRequests {
    pub(crate) fn new() -> Self {
        Self {
            keys: BTreeMap::new(),
            repeated: Vec::new(),
            tolerance: Duration::from_secs(60),
            most_remembered: 100_000,
        }
    }

    /// Whose requests this secret signs. It has at least 32 bytes of chance.
    pub(crate) fn key(mut self, id: &str, secret: impl Into<Vec<u8>>, owner: Principal) -> Self {
        let key = Key { secret: secret.into(), owner };
        if self.keys.insert(id.to_owned(), key).is_some() {
            self.repeated.push(id.to_owned());
        }
        self
    }

    /// How many requests are remembered, so that none is taken twice. When there are more within
    /// the tolerance, further ones are answered with 503.
    pub(crate) fn remember(mut self, most: usize) -> Self {
        self.most_remembered = most;
        self
    }

    fn problems(&self) -> Vec<Problem> {
        let odd = |id: &str| {
            id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        };
        let mut problems = Vec::new();
        if self.keys.is_empty() {
            problems.push(Problem::new("there is no key; add one with `.key(..)`"));
        }
        problems.extend(
            self.repeated.iter().map(|id| Problem::new(format!("the key `{id}` is given twice"))),
        );
        for (id, key) in &self.keys {
            if odd(id) {
                problems.push(Problem::new(format!("`{id}` is no key id; use letters and digits")));
            }
            if key.secret.len() < 32 {
                problems.push(Problem::new(format!("the key `{id}` is shorter than 32 bytes")));
            }
        }
        problems
    }
}

impl IntoScheme for SignedRequests {
    fn into_scheme(self, setup: &Setup) -> Result<Prepared, Vec<Problem>> {
        let problems = self.problems();
        if !problems.is_empty() {
            return Err(problems);
        }
        let replays = Replays::new(self.most_remembered);
        // The instance's clock: tests move it, and every scheme tells the same time.
        Ok(Prepared::new(Verifier { config: self, replays, clock: setup.clock().clone() }))
    }
}

impl fmt::Debug for SignedRequests {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ids = self.keys.keys().collect::<Vec<_>>();
        f.debug_struct("SignedRequests").field("keys", &ids).finish_non_exhaustive()
    }
}
