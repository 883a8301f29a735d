//! What the application's users are loaded from.

use std::panic::Location;

use super::Builder;
use crate::user::UserSource;

impl Builder {
    /// What [`CurrentUser`](crate::CurrentUser) loads users from: the
    /// [`LoadUser::Source`](crate::LoadUser::Source) of their type, such as a pool of connections
    /// to a database. One for each type; shared by all workers.
    ///
    /// A handler that takes a user whose source is not there keeps [`Builder::build`] from
    /// succeeding.
    #[track_caller]
    #[must_use]
    pub fn users_from<S: Send + Sync + 'static>(mut self, source: S) -> Self {
        self.users.push((UserSource::new(source), Location::caller()));
        self
    }
}
