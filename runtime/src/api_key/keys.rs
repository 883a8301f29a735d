//! Issues, lists and revokes keys.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::key;
use super::new::{IssuedApiKey, NewApiKey};
use crate::clock::{Clock, SystemClock};
use crate::error::Error;
use crate::problem::Problem;
use crate::random::{Random, SystemRandom};
use crate::store::{ApiKeyStore, StoreError, StoredApiKey};

/// Issues, lists and revokes API keys, which [`ApiKey`](crate::ApiKey) then recognizes. Cheap to
/// clone; hand it to handlers in `web::Data`.
#[derive(Clone)]
pub struct ApiKeys {
    pub(super) prefix: String,
    pub(super) store: Arc<dyn ApiKeyStore>,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Random>,
}

impl ApiKeys {
    /// Keys that begin with this prefix and `_`, in this store. The prefix says whose they are,
    /// for scanners that look for secrets where none should be: `acme`, `acme_live`. Lower-case
    /// letters, digits and `_`, at most 20; a wrong one keeps
    /// [`Builder::build`](crate::Builder::build) from succeeding.
    #[must_use]
    pub fn new(prefix: impl Into<String>, store: impl ApiKeyStore + 'static) -> Self {
        Self {
            prefix: prefix.into(),
            store: Arc::new(store),
            clock: Arc::new(SystemClock),
            random: Arc::new(SystemRandom),
        }
    }

    /// Where time comes from, instead of the operating system.
    #[must_use]
    pub fn clock(mut self, clock: impl Clock + 'static) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// Where random bytes come from, instead of the operating system.
    #[must_use]
    pub fn random(mut self, random: impl Random + 'static) -> Self {
        self.random = Arc::new(random);
        self
    }

    /// Issues a key. Only a hash of it is kept: it is shown now, or never.
    ///
    /// # Errors
    ///
    /// If the store or the random source cannot be asked (503), or the owner or the prefix is
    /// none (500).
    pub async fn issue(&self, new: NewApiKey) -> Result<IssuedApiKey, Error> {
        if new.owner.is_empty() {
            return Err(Error::internal("an API key needs an owner"));
        }
        if let Some(problem) = self.problem() {
            return Err(Error::internal(problem.to_string()));
        }
        let (key, id) = key::make(&self.prefix, &*self.random).map_err(Error::unavailable)?;
        let now = self.clock.now();
        let stored = StoredApiKey {
            id,
            hash: key::hash(&key),
            owner: new.owner,
            label: new.label,
            roles: new.roles,
            permissions: new.permissions,
            scopes: new.scopes,
            issued: seconds(now),
            expires: new.life.map(|life| seconds(now).saturating_add(life.as_secs())),
            last_used: None,
            disabled: false,
            revoked: None,
        };
        self.store.add(stored.clone()).await.map_err(unavailable)?;
        Ok(IssuedApiKey { key, stored })
    }

    /// The keys of an owner, oldest first, with those that do not work any more.
    ///
    /// # Errors
    ///
    /// If the store cannot be asked (503).
    pub async fn list(&self, owner: &str) -> Result<Vec<StoredApiKey>, Error> {
        self.store.list(owner).await.map_err(unavailable)
    }

    /// Revokes a key of this owner, for good; the next request with it is refused. `false` if
    /// the owner has none of this id, or it is revoked already: so who asks for another's key
    /// learns and changes nothing.
    ///
    /// # Errors
    ///
    /// If the store cannot be asked (503). The key may still work then.
    pub async fn revoke(&self, owner: &str, id: &str) -> Result<bool, Error> {
        self.store.revoke(owner, id, seconds(self.clock.now())).await.map_err(unavailable)
    }

    /// Disables a key of this owner until it is enabled again. `false` as for
    /// [`ApiKeys::revoke`].
    ///
    /// # Errors
    ///
    /// If the store cannot be asked (503). The key may still work then.
    pub async fn disable(&self, owner: &str, id: &str) -> Result<bool, Error> {
        self.store.set_disabled(owner, id, true).await.map_err(unavailable)
    }

    /// Enables a key of this owner that was disabled. `false` as for [`ApiKeys::revoke`]: what
    /// is revoked stays so.
    ///
    /// # Errors
    ///
    /// If the store cannot be asked (503).
    pub async fn enable(&self, owner: &str, id: &str) -> Result<bool, Error> {
        self.store.set_disabled(owner, id, false).await.map_err(unavailable)
    }

    /// Forgets the keys that ended longer ago than this, and how many those were.
    ///
    /// # Errors
    ///
    /// If the store cannot be asked (503).
    pub async fn forget_ended(&self, longer_ago: Duration) -> Result<u64, Error> {
        let before = seconds(self.clock.now()).saturating_sub(longer_ago.as_secs());
        self.store.forget(before).await.map_err(unavailable)
    }

    /// What is wrong with the prefix.
    pub(super) fn problem(&self) -> Option<Problem> {
        let prefix = &self.prefix;
        let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        let sound = (1..=20).contains(&prefix.len())
            && prefix.bytes().all(allowed)
            && prefix.starts_with(|first: char| first.is_ascii_lowercase())
            && !prefix.ends_with('_');
        (!sound).then(|| {
            Problem::new(format!(
                "`{prefix}` cannot be the prefix of API keys: 1 to 20 lower-case letters, digits \
                 and `_`, a letter first and no `_` last"
            ))
        })
    }
}

/// Seconds since 1970.
pub(super) fn seconds(time: SystemTime) -> u64 {
    time.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

fn unavailable(error: StoreError) -> Error {
    Error::unavailable(error)
}

impl fmt::Debug for ApiKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiKeys")
            .field("prefix", &self.prefix)
            .field("store", &self.store)
            .finish_non_exhaustive()
    }
}
