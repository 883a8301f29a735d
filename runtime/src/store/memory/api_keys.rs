//! API keys in memory.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::future::ready;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::MemoryStore;
use crate::store::{ApiKeyStore, StoreFuture, StoredApiKey};

#[derive(Debug, Default)]
pub(super) struct ApiKeys(Mutex<HashMap<String, StoredApiKey>>);

impl ApiKeys {
    fn lock(&self) -> MutexGuard<'_, HashMap<String, StoredApiKey>> {
        // No step of a change can panic half-way.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes a key of this owner that is not revoked. Whether there is one.
    fn change(&self, owner: &str, id: &str, change: impl FnOnce(&mut StoredApiKey)) -> bool {
        let mut keys = self.lock();
        let key = keys.get_mut(id);
        let key = key.filter(|key| key.owner == owner && key.revoked.is_none());
        key.map(change).is_some()
    }
}

impl ApiKeyStore for MemoryStore {
    fn add(&self, key: StoredApiKey) -> StoreFuture<'_, ()> {
        let added = match self.0.api_keys.lock().entry(key.id.clone()) {
            Entry::Occupied(_) => Err("there is a key of this id already".into()),
            Entry::Vacant(place) => {
                place.insert(key);
                Ok(())
            }
        };
        Box::pin(ready(added))
    }

    fn find<'a>(&'a self, id: &'a str) -> StoreFuture<'a, Option<StoredApiKey>> {
        Box::pin(ready(Ok(self.0.api_keys.lock().get(id).cloned())))
    }

    fn list<'a>(&'a self, owner: &'a str) -> StoreFuture<'a, Vec<StoredApiKey>> {
        let keys = self.0.api_keys.lock();
        let mut own = keys.values().filter(|key| key.owner == owner).cloned().collect::<Vec<_>>();
        own.sort_by(|one, other| (one.issued, &one.id).cmp(&(other.issued, &other.id)));
        Box::pin(ready(Ok(own)))
    }

    fn mark_used<'a>(&'a self, id: &'a str, now: u64, unless_after: u64) -> StoreFuture<'a, bool> {
        let mut keys = self.0.api_keys.lock();
        let key = keys.get_mut(id);
        let due = key.filter(|key| key.last_used.is_none_or(|last| last <= unless_after));
        Box::pin(ready(Ok(due.map(|key| key.last_used = Some(now)).is_some())))
    }

    fn set_disabled<'a>(
        &'a self,
        owner: &'a str,
        id: &'a str,
        disabled: bool,
    ) -> StoreFuture<'a, bool> {
        let done = self.0.api_keys.change(owner, id, |key| key.disabled = disabled);
        Box::pin(ready(Ok(done)))
    }

    fn revoke<'a>(&'a self, owner: &'a str, id: &'a str, now: u64) -> StoreFuture<'a, bool> {
        let done = self.0.api_keys.change(owner, id, |key| key.revoked = Some(now));
        Box::pin(ready(Ok(done)))
    }

    fn forget(&self, before: u64) -> StoreFuture<'_, u64> {
        let mut forgotten = 0;
        self.0.api_keys.lock().retain(|_, key| {
            let ends = [key.expires, key.revoked];
            let ended = ends.into_iter().flatten().any(|end| end < before);
            forgotten += u64::from(ended);
            !ended
        });
        Box::pin(ready(Ok(forgotten)))
    }
}
