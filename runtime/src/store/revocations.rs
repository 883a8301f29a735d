//! Where it is kept what does not count any more before its time.

use std::fmt;
use std::future::pending;

use super::StoreFuture;

/// Keeps revocations, in the order in which they were made, for every instance to read.
///
/// Every method is one atomic step. What was acknowledged is read by every instance that asks
/// from then on, and stays until it is over. All times are in seconds since 1970 (UTC).
/// `portcullis::test::conformance::revocations`, of the feature `test-util`, tells whether a store
/// keeps to this.
pub trait RevocationStore: fmt::Debug + Send + Sync {
    /// Keeps a revocation. May forget others that are over at `now`.
    ///
    /// # Errors
    ///
    /// If the store cannot be asked. It may then be kept all the same.
    fn revoke(&self, revocation: Revocation, now: u64) -> StoreFuture<'_, ()>;

    /// The revocations behind a position that are not over at `now`, the oldest first, at most
    /// some thousands at once; and the position of the last one, or the one that was asked for
    /// if there is none behind it. A store that has lost what it once knew answers with a
    /// position before the one that was asked for; and so that nobody is told nothing who asks
    /// after it has given as many again, positions are better times than numbers from one on.
    ///
    /// # Errors
    ///
    /// If the store cannot be asked.
    fn after(&self, position: Position, now: u64) -> StoreFuture<'_, Revoked>;

    /// Done as soon as there may be another revocation, whoever has made it. Only hastens what
    /// is read in any case, so a store may leave it out, and may be done too often.
    ///
    /// # Errors
    ///
    /// If the store cannot be asked.
    fn changed(&self) -> StoreFuture<'_, ()> {
        Box::pin(pending())
    }
}

/// A place in the order of revocations. Zero is before the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Position(pub u64);

/// What has been revoked behind a position.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Revoked {
    /// The revocations, the oldest first.
    pub revocations: Vec<Revocation>,
    /// Where to go on.
    pub position: Position,
    /// Whether there may be more behind that, which was too much for once. Where there is not,
    /// whoever has read this knows everything that was acknowledged before it was asked for.
    pub more: bool,
}

/// Something that does not count any more.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Revocation {
    /// Who vouches for it: [`Principal::issued_by`](crate::Principal::issued_by).
    pub issuer: String,
    /// What it is.
    pub what: Revocable,
    /// The first second, since 1970 (UTC), in which nothing is left that it could be about.
    pub until: Option<u64>,
}

/// What can be revoked.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Revocable {
    /// The token with this `jti`.
    Token(String),
    /// The session with this `sid`, and every token of it.
    Session(String),
    /// Whatever was issued to a user up to a second, that one included.
    User {
        /// The subject.
        id: String,
        /// Seconds since 1970 (UTC).
        up_to: u64,
    },
}

impl Revocation {
    /// One about the same as this one and an earlier one: of either, what reaches further.
    pub(super) fn with(mut self, earlier: Option<Self>) -> Self {
        let Some(earlier) = earlier else { return self };
        self.until = self.until.zip(earlier.until).map(|(one, other)| one.max(other));
        if let (Revocable::User { up_to, .. }, Revocable::User { up_to: other, .. }) =
            (&mut self.what, earlier.what)
        {
            *up_to = other.max(*up_to);
        }
        self
    }
}

impl Revocable {
    /// What it is, whenever it was issued.
    pub(super) fn at_any_time(&self) -> Self {
        match self {
            Self::User { id, .. } => Self::User { id: id.clone(), up_to: 0 },
            Self::Token(_) | Self::Session(_) => self.clone(),
        }
    }
}
