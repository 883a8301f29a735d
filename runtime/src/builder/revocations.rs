//! What counts no more before its time, in a set-up.

use super::Builder;
use crate::revocation::Revocations;

impl Builder {
    /// Keeps out whoever was revoked: each caller of every scheme is looked at, on every request.
    /// What is said last counts.
    #[must_use]
    pub fn revocations(mut self, revocations: Revocations) -> Self {
        self.revocations = Some(revocations);
        self
    }
}
