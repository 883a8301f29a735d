//! Sessions in memory.

use std::collections::{BTreeSet, HashMap};
use std::future::ready;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::MemoryStore;
use crate::store::{SessionKey, SessionStore, Span, StoreFuture, StoredSession};

#[derive(Debug, Default)]
pub(super) struct Sessions(Mutex<Table>);

#[derive(Debug, Default)]
struct Table {
    by_key: HashMap<SessionKey, StoredSession>,
    /// INVARIANT: the end of each session of `by_key`, and no other.
    by_end: BTreeSet<(u64, SessionKey)>,
}

impl Sessions {
    fn lock(&self) -> MutexGuard<'_, Table> {
        // No step of a change can panic half-way.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Table {
    fn insert(&mut self, key: SessionKey, session: StoredSession) {
        self.by_end.insert((session.span.until, key));
        self.by_key.insert(key, session);
    }

    fn remove(&mut self, key: &SessionKey) {
        if let Some(session) = self.by_key.remove(key) {
            self.by_end.remove(&(session.span.until, *key));
        }
    }

    fn forget_those_over_at(&mut self, now: u64) {
        while let Some((until, key)) = self.by_end.first().copied().filter(|(end, _)| *end <= now) {
            self.by_end.remove(&(until, key));
            self.by_key.remove(&key);
        }
    }
}

impl SessionStore for MemoryStore {
    fn begin<'a>(
        &'a self,
        key: &'a SessionKey,
        session: StoredSession,
        now: u64,
    ) -> StoreFuture<'a, ()> {
        let mut table = self.0.sessions.lock();
        table.forget_those_over_at(now);
        let taken = table.by_key.contains_key(key);
        if !taken {
            table.insert(*key, session);
        }
        let begun =
            if taken { Err("there is a session of this key already".into()) } else { Ok(()) };
        Box::pin(ready(begun))
    }

    fn find<'a>(&'a self, key: &'a SessionKey, now: u64) -> StoreFuture<'a, Option<StoredSession>> {
        let table = self.0.sessions.lock();
        let found = table.by_key.get(key).filter(|session| now < session.span.until);
        Box::pin(ready(Ok(found.cloned())))
    }

    fn renew<'a>(&'a self, key: &'a SessionKey, from: Span, to: Span) -> StoreFuture<'a, bool> {
        let mut table = self.0.sessions.lock();
        let found = table.by_key.get(key).filter(|session| session.span == from);
        let renewed = found.map(|session| StoredSession { span: to, ..session.clone() });
        let done = renewed.is_some();
        if let Some(session) = renewed {
            table.remove(key);
            table.insert(*key, session);
        }
        Box::pin(ready(Ok(done)))
    }

    fn end<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, ()> {
        self.0.sessions.lock().remove(key);
        Box::pin(ready(Ok(())))
    }
}
