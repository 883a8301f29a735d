//! A policy asked inside a handler.

use super::Principal;
use crate::rule::{Rule, holds};

impl Principal {
    /// Whether this caller meets a policy: `caller.allows(&ManagersOnly)`.
    ///
    /// The answer is no for a principal that no guard has seen, or that was changed since, and
    /// for a rule that names a policy by string: such a rule means something only to the
    /// `Portcullis` in which the policy is registered.
    ///
    /// ```
    /// use portcullis::{Principal, endpoint, policy};
    ///
    /// policy!(pub ManagersOnly = role("Manager") && claim("ManagerID"));
    ///
    /// #[endpoint(get = "/report")]
    /// async fn report(caller: Principal) -> String {
    ///     match caller.allows(&ManagersOnly) {
    ///         true => "all figures".to_owned(),
    ///         false => "the public ones".to_owned(),
    ///     }
    /// }
    /// ```
    #[must_use]
    pub fn allows(&self, rule: &Rule) -> bool {
        let Some(stamp) = &self.stamp else {
            return false;
        };
        let has = |atom: &_| self.facts().have(stamp.scheme.name(), self.hierarchy(), atom);
        !stamp.in_conflict && holds(rule, &has) == Some(true)
    }
}
