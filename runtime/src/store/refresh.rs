//! Where refresh tokens are kept: as families, each of which one sign-in has begun.

use std::fmt;

use super::StoreFuture;
use crate::privileges::UserId;

/// Keeps families of refresh tokens, none of which can be made out of what is kept.
///
/// Every method is one atomic step, and but for [`list`](Self::list) and
/// [`end_all`](Self::end_all), which take a user's families one by one, it touches one key: any
/// store can do it, a cluster too. What is read is never older than what was acknowledged last. A
/// family that has ended never comes back, whatever goes on at the same time. All times are in
/// seconds since 1970 (UTC).
/// `portcullis::test::conformance::refresh_tokens`, of the feature `test-util`, tells whether a
/// store keeps to this.
pub trait RefreshStore: fmt::Debug + Send + Sync {
    /// Keeps a new family. May forget others that are over at `now`.
    ///
    /// # Errors
    ///
    /// If there is a family of this id already, which stays as it is; or if the store cannot be
    /// asked.
    fn begin<'a>(&'a self, id: &'a FamilyId, family: StoredFamily, now: u64)
    -> StoreFuture<'a, ()>;

    /// The family of this id, unless it is over: from [`StoredFamily::until`] on.
    ///
    /// # Errors
    ///
    /// If the store cannot be asked.
    fn find<'a>(&'a self, id: &'a FamilyId, now: u64) -> StoreFuture<'a, Option<StoredFamily>>;

    /// Puts another token in the place of the family's current one, if it is there and its
    /// current one still is `from`. Whether it did: of several that rotate at once, one does.
    ///
    /// # Errors
    ///
    /// If the store cannot be asked. The token may then be rotated all the same.
    fn rotate<'a>(
        &'a self,
        id: &'a FamilyId,
        from: &'a RefreshHash,
        to: Rotation,
    ) -> StoreFuture<'a, bool>;

    /// Ends a family. Whether there was one.
    ///
    /// # Errors
    ///
    /// If the store cannot be asked. The family may then still be there.
    fn end<'a>(&'a self, id: &'a FamilyId) -> StoreFuture<'a, bool>;

    /// The families of a user that are not over at `now`, in the order in which they began; of
    /// one second, by id.
    ///
    /// # Errors
    ///
    /// If the store cannot be asked.
    fn list<'a>(
        &'a self,
        user: &'a UserId,
        now: u64,
    ) -> StoreFuture<'a, Vec<(FamilyId, StoredFamily)>>;

    /// Ends every family of a user that was kept before this began, and says which those were.
    ///
    /// # Errors
    ///
    /// If the store cannot be asked. Some of them may then have ended.
    fn end_all<'a>(&'a self, user: &'a UserId) -> StoreFuture<'a, Vec<FamilyId>>;
}

/// What a family is found by, and the `sid` of access tokens: a SHA-256, cut to 128 bits, of what
/// its refresh tokens begin with. Nobody can make a token of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FamilyId([u8; 16]);

impl FamilyId {
    /// The id of these bytes.
    #[must_use]
    pub const fn new(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// What to store it as.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

/// The SHA-256 of the secret of a refresh token.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct RefreshHash([u8; 32]);

impl RefreshHash {
    /// The hash of these bytes.
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

impl fmt::Debug for RefreshHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RefreshHash(..)")
    }
}

/// A family as it is stored. Times are in seconds since 1970 (UTC).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredFamily {
    /// Whose it is.
    pub user: UserId,
    /// What the application calls it in lists: the name of a device, for example.
    pub label: Option<String>,
    /// When it began.
    pub since: u64,
    /// The first second in which it is over, however often its token is rotated.
    pub ends: u64,
    /// What the last rotation has left. The first token counts as one.
    pub rotation: Rotation,
}

impl StoredFamily {
    /// The first second in which it is over if its token is not rotated.
    #[must_use]
    pub fn until(&self) -> u64 {
        self.rotation.until.min(self.ends)
    }
}

/// What a rotation leaves behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rotation {
    /// The one token that may be rotated.
    pub current: RefreshHash,
    /// When it was made.
    pub at: u64,
    /// The first second in which it is too old.
    pub until: u64,
    /// Those that were rotated a moment ago, the oldest first.
    pub spent: Vec<SpentToken>,
}

/// A token that was rotated a moment ago, and may have been sent twice at once.
#[derive(Clone, PartialEq, Eq)]
pub struct SpentToken {
    /// Which.
    pub hash: RefreshHash,
    /// Its successor, which nobody can read without the token itself.
    pub successor: Vec<u8>,
    /// The first second in which it is worth no successor any more.
    pub until: u64,
}

/// The successor is left out.
impl fmt::Debug for SpentToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SpentToken").field("until", &self.until).finish_non_exhaustive()
    }
}
