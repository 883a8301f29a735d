//! Where the sessions of browsers are kept.

use std::fmt;

use super::StoreFuture;

/// Keeps sessions: for `CookieSession::stored`, of the feature `cookie-session`.
///
/// Every method is one atomic step on one key, so that any store can do it, a cluster too. A
/// session that has ended never comes back, whatever goes on at the same time. All times are in
/// seconds since 1970 (UTC). `portcullis::test::conformance::sessions`, of the feature
/// `test-util`, tells whether a store keeps to this.
pub trait SessionStore: fmt::Debug + Send + Sync {
    /// Keeps a new session. May forget others that are over at `now`.
    ///
    /// # Errors
    ///
    /// If there is a session of this key already, which stays as it is; or if the store cannot
    /// be asked.
    fn begin<'a>(
        &'a self,
        key: &'a SessionKey,
        session: StoredSession,
        now: u64,
    ) -> StoreFuture<'a, ()>;

    /// The session of this key, unless it is over: from [`Span::until`] on.
    ///
    /// # Errors
    ///
    /// If the store cannot be asked.
    fn find<'a>(&'a self, key: &'a SessionKey, now: u64) -> StoreFuture<'a, Option<StoredSession>>;

    /// Gives a session another span, if it is there and its span still is `from`. Whether it
    /// did: of several that renew at once, one does.
    ///
    /// # Errors
    ///
    /// If the store cannot be asked.
    fn renew<'a>(&'a self, key: &'a SessionKey, from: Span, to: Span) -> StoreFuture<'a, bool>;

    /// Ends a session, if it is there.
    ///
    /// # Errors
    ///
    /// If the store cannot be asked. The session may then still be there.
    fn end<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, ()>;
}

/// What a session is found by: a SHA-256 of the id that the browser has. Nobody can make a
/// cookie of it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SessionKey([u8; 32]);

impl SessionKey {
    /// The key of these bytes.
    #[must_use]
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// What to store it as.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for SessionKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SessionKey(..)")
    }
}

/// A session as it is stored.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredSession {
    /// Whose it is, and what they may do. It never changes.
    pub contents: String,
    /// For how long it is good if it is not renewed.
    pub span: Span,
}

/// Contents may be private and are left out.
impl fmt::Debug for StoredSession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StoredSession").field("span", &self.span).finish_non_exhaustive()
    }
}

/// A span of time, in seconds since 1970 (UTC).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// When it was given.
    pub since: u64,
    /// The first second that is not in it.
    pub until: u64,
}
