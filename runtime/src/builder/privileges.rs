//! Roles and permissions of the application in a set-up.

use super::Builder;
use crate::privileges::PrivilegeCache;

impl Builder {
    /// Adds roles and permissions of the application to the callers of every scheme: those that
    /// a [`PrivilegeSource`](crate::PrivilegeSource) answers with, of a [`PrivilegeCache`] that
    /// says how old an answer may be. Several add what each of them knows.
    ///
    /// Asked after the credentials are verified, and never without any. What cannot be asked is
    /// answered with 503; on anonymous verbs the caller is nobody then. The callers of
    /// `portcullis::test` have what the test says, and nothing is asked about them.
    #[must_use]
    pub fn privileges(mut self, source: impl Into<PrivilegeCache>) -> Self {
        self.privileges.push(source.into());
        self
    }
}
