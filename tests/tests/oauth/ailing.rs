//! A store that can fail.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use portcullis::{
    FamilyId, MemoryStore, Position, RefreshHash, RefreshStore, Revocation, RevocationStore,
    Revoked, Rotation, StoreFuture, StoredFamily, UserId,
};

#[derive(Clone, Debug, Default)]
pub(crate) struct Ailing {
    store: Arc<MemoryStore>,
    fails: Arc<AtomicBool>,
}

impl Ailing {
    pub(crate) fn fail(&self, fails: bool) {
        self.fails.store(fails, Ordering::SeqCst);
    }

    fn or<'a, T: 'a>(&self, answer: impl FnOnce() -> StoreFuture<'a, T>) -> StoreFuture<'a, T> {
        match self.fails.load(Ordering::SeqCst) {
            true => Box::pin(async { Err("the disk is gone".into()) }),
            false => answer(),
        }
    }
}

impl RefreshStore for Ailing {
    fn begin<'a>(
        &'a self,
        id: &'a FamilyId,
        family: StoredFamily,
        now: u64,
    ) -> StoreFuture<'a, ()> {
        self.or(|| self.store.begin(id, family, now))
    }

    fn find<'a>(&'a self, id: &'a FamilyId, now: u64) -> StoreFuture<'a, Option<StoredFamily>> {
        self.or(|| self.store.find(id, now))
    }

    fn rotate<'a>(
        &'a self,
        id: &'a FamilyId,
        from: &'a RefreshHash,
        to: Rotation,
    ) -> StoreFuture<'a, bool> {
        self.or(|| self.store.rotate(id, from, to))
    }

    fn end<'a>(&'a self, id: &'a FamilyId) -> StoreFuture<'a, bool> {
        self.or(|| self.store.end(id))
    }

    fn list<'a>(
        &'a self,
        user: &'a UserId,
        now: u64,
    ) -> StoreFuture<'a, Vec<(FamilyId, StoredFamily)>> {
        self.or(|| self.store.list(user, now))
    }

    fn end_all<'a>(&'a self, user: &'a UserId) -> StoreFuture<'a, Vec<FamilyId>> {
        self.or(|| self.store.end_all(user))
    }
}

impl RevocationStore for Ailing {
    fn revoke(&self, revocation: Revocation, now: u64) -> StoreFuture<'_, ()> {
        self.or(|| self.store.revoke(revocation, now))
    }

    fn after(&self, position: Position, now: u64) -> StoreFuture<'_, Revoked> {
        self.or(|| self.store.after(position, now))
    }
}
