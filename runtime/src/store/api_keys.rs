//! Where the keys of programs are kept.

use std::fmt;

use super::StoreFuture;

/// Keeps API keys, none of which can be made out of what is kept: see `ApiKeys`, of the feature
/// `api-key`.
///
/// Every method is one atomic step. A key that was revoked never works again, whatever goes on at
/// the same time. All times are in seconds since 1970 (UTC).
/// `portcullis::test::conformance::api_keys`, of the feature `test-util`, tells whether a store
/// keeps to this.
pub trait ApiKeyStore: fmt::Debug + Send + Sync {
    /// Keeps a new key.
    ///
    /// # Errors
    ///
    /// If there is a key of this id already, which stays as it is; or if the store cannot be
    /// asked.
    fn add(&self, key: StoredApiKey) -> StoreFuture<'_, ()>;

    /// The key of this id, also one that is over, disabled or revoked.
    ///
    /// # Errors
    ///
    /// If the store cannot be asked.
    fn find<'a>(&'a self, id: &'a str) -> StoreFuture<'a, Option<StoredApiKey>>;

    /// The keys of an owner, in the order in which they were issued; of one second, by id.
    ///
    /// # Errors
    ///
    /// If the store cannot be asked.
    fn list<'a>(&'a self, owner: &'a str) -> StoreFuture<'a, Vec<StoredApiKey>>;

    /// Notes that a key was used at `now`, unless that is noted for a time after `unless_after`.
    /// Whether it did: of several at once, one does.
    ///
    /// # Errors
    ///
    /// If the store cannot be asked.
    fn mark_used<'a>(&'a self, id: &'a str, now: u64, unless_after: u64) -> StoreFuture<'a, bool>;

    /// Disables a key of this owner, or enables it again. Whether there is one that is not
    /// revoked.
    ///
    /// # Errors
    ///
    /// If the store cannot be asked.
    fn set_disabled<'a>(
        &'a self,
        owner: &'a str,
        id: &'a str,
        disabled: bool,
    ) -> StoreFuture<'a, bool>;

    /// Revokes a key of this owner, for good. Whether there was one that was not revoked yet.
    ///
    /// # Errors
    ///
    /// If the store cannot be asked. The key may then still work.
    fn revoke<'a>(&'a self, owner: &'a str, id: &'a str, now: u64) -> StoreFuture<'a, bool>;

    /// Forgets the keys that were revoked or over before a time, and how many those were.
    ///
    /// # Errors
    ///
    /// If the store cannot be asked.
    fn forget(&self, before: u64) -> StoreFuture<'_, u64>;
}

/// A key as it is stored. Times are in seconds since 1970 (UTC).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredApiKey {
    /// The part of the key that is no secret, by which it is found.
    pub id: String,
    /// What the whole key is compared with.
    pub hash: ApiKeyHash,
    /// The subject of callers with this key.
    pub owner: String,
    /// What its owner calls it.
    pub label: String,
    /// The roles of callers with this key.
    pub roles: Vec<String>,
    /// Their permissions.
    pub permissions: Vec<String>,
    /// Their OAuth scopes.
    pub scopes: Vec<String>,
    /// When it was issued.
    pub issued: u64,
    /// The first second in which it does not work any more, if ever.
    pub expires: Option<u64>,
    /// When it was used last, as exactly as the scheme notes it.
    pub last_used: Option<u64>,
    /// Whether it does not work for now.
    pub disabled: bool,
    /// When it was revoked, for good.
    pub revoked: Option<u64>,
}

/// The SHA-256 of a key. A fast hash is enough for one: whoever has stolen the hashes would have
/// to try 2²⁵⁵ keys, and slow hashes (argon2) are for what people can remember.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct ApiKeyHash([u8; 32]);

impl ApiKeyHash {
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

impl fmt::Debug for ApiKeyHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ApiKeyHash(..)")
    }
}
