//! The keys that verify now. They can be replaced while requests are judged by them.

use std::sync::{Arc, Mutex, PoisonError};

use arc_swap::{ArcSwap, Guard};

use super::VerifyingKey;

/// Keys that are replaced together.
#[derive(Debug)]
pub(in super::super) struct KeyRing {
    current: ArcSwap<Vec<Arc<VerifyingKey>>>,
    /// Whoever replaces keys looks at those that were there; two at a time would miss some.
    #[allow(dead_code, reason = "only key sets that are read again replace keys")]
    replacing: Mutex<()>,
}

impl KeyRing {
    pub(in super::super) fn new(keys: Vec<Arc<VerifyingKey>>) -> Self {
        Self { current: ArcSwap::from_pointee(keys), replacing: Mutex::new(()) }
    }

    /// The keys that verify now. Cheap, without a lock; to be held for one token only.
    pub(in super::super) fn current(&self) -> Guard<Arc<Vec<Arc<VerifyingKey>>>> {
        self.current.load()
    }

    /// Puts these keys in the place of the present ones, for every request that comes after it.
    /// A key that is the same as a present one stays that very object, so that what it has
    /// verified stays good; every other present key is retired, and whoever holds an `Arc` of
    /// it sees that at once.
    #[allow(dead_code, reason = "only key sets that are read again replace keys")]
    pub(in super::super) fn replace(&self, keys: Vec<Arc<VerifyingKey>>) {
        let _one_at_a_time = self.replacing.lock().unwrap_or_else(PoisonError::into_inner);
        let former = self.current.load_full();
        let kept = |key: Arc<VerifyingKey>| {
            let mut same = former.iter().filter(|one| !one.is_retired() && one.is_the_same(&key));
            same.next().map_or(key, Arc::clone)
        };
        let keys = keys.into_iter().map(kept).collect::<Vec<_>>();
        let gone = former.iter().filter(|one| !keys.iter().any(|key| Arc::ptr_eq(key, one)));
        let gone = gone.cloned().collect::<Vec<_>>();
        self.current.store(Arc::new(keys));
        gone.iter().for_each(|key| key.retire());
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::time::{Duration, SystemTime};

    use super::super::super::Algorithm;
    use super::{KeyRing, VerifyingKey};

    fn key(secret: u8, id: &str) -> Arc<VerifyingKey> {
        Arc::new(VerifyingKey::hmac(Algorithm::Hs256, &[secret; 32], Some(id.to_owned())))
    }

    #[test]
    fn what_is_replaced_is_retired_and_what_stays_is_the_same_object() {
        let (stays, goes) = (key(1, "stays"), key(2, "goes"));
        let ring = KeyRing::new(vec![Arc::clone(&stays), Arc::clone(&goes)]);
        ring.replace(vec![key(1, "stays"), key(3, "new")]);
        assert!(goes.is_retired() && !stays.is_retired());
        let now = ring.current();
        assert!(Arc::ptr_eq(&now[0], &stays) && now.len() == 2 && now[1].id() == Some("new"));
        drop(now);
        ring.replace(Vec::new());
        assert!(stays.is_retired() && ring.current().is_empty());
    }

    #[test]
    fn another_secret_id_or_end_makes_another_key() {
        for other in [key(2, "a"), key(1, "b")] {
            let first = key(1, "a");
            let ring = KeyRing::new(vec![Arc::clone(&first)]);
            ring.replace(vec![Arc::clone(&other)]);
            assert!(first.is_retired() && Arc::ptr_eq(&ring.current()[0], &other));
        }
        let end = SystemTime::UNIX_EPOCH + Duration::from_secs(9);
        let first = key(1, "a");
        let ring = KeyRing::new(vec![Arc::clone(&first)]);
        let ending = VerifyingKey::hmac(Algorithm::Hs256, &[1; 32], Some("a".to_owned()));
        ring.replace(vec![Arc::new(ending.verifying_until(end))]);
        assert!(first.is_retired());
        let ending = Arc::clone(&ring.current()[0]);
        assert!(ending.is_in_use(end - Duration::from_nanos(1)) && !ending.is_in_use(end));
    }

    #[test]
    fn a_retired_key_does_not_come_back() {
        let key = key(1, "a");
        let ring = KeyRing::new(vec![Arc::clone(&key)]);
        ring.replace(Vec::new());
        ring.replace(vec![Arc::clone(&key)]);
        assert!(!ring.current()[0].is_in_use(SystemTime::UNIX_EPOCH));
    }
}
