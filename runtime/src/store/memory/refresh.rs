//! Families of refresh tokens in memory.

use std::collections::{BTreeSet, HashMap};
use std::future::ready;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::MemoryStore;
use crate::privileges::UserId;
use crate::store::{FamilyId, RefreshHash, RefreshStore, Rotation, StoreFuture, StoredFamily};

#[derive(Debug, Default)]
pub(super) struct Families(Mutex<Table>);

#[derive(Debug, Default)]
struct Table {
    by_id: HashMap<FamilyId, StoredFamily>,
    /// INVARIANT: the end of each family of `by_id`, and no other.
    by_end: BTreeSet<(u64, FamilyId)>,
    /// INVARIANT: each family of `by_id`, the oldest first, and no user without one.
    by_user: HashMap<UserId, BTreeSet<(u64, FamilyId)>>,
}

impl Families {
    fn lock(&self) -> MutexGuard<'_, Table> {
        // No step of a change can panic half-way.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Table {
    fn insert(&mut self, id: FamilyId, family: StoredFamily) {
        self.by_end.insert((family.until(), id));
        self.by_user.entry(family.user.clone()).or_default().insert((family.since, id));
        self.by_id.insert(id, family);
    }

    fn remove(&mut self, id: &FamilyId) -> bool {
        let Some(family) = self.by_id.remove(id) else {
            return false;
        };
        self.by_end.remove(&(family.until(), *id));
        if let Some(own) = self.by_user.get_mut(&family.user) {
            own.remove(&(family.since, *id));
            if own.is_empty() {
                self.by_user.remove(&family.user);
            }
        }
        true
    }

    fn rotate(&mut self, id: &FamilyId, from: &RefreshHash, to: Rotation) -> bool {
        let family = self.by_id.get_mut(id).filter(|family| family.rotation.current == *from);
        let Some(family) = family else {
            return false;
        };
        self.by_end.remove(&(family.until(), *id));
        family.rotation = to;
        self.by_end.insert((family.until(), *id));
        true
    }

    fn forget_those_over_at(&mut self, now: u64) {
        while let Some((_, id)) = self.by_end.first().copied().filter(|(end, _)| *end <= now) {
            self.remove(&id);
        }
    }

    fn of_user(&self, user: &UserId) -> Vec<FamilyId> {
        self.by_user.get(user).into_iter().flatten().map(|(_, id)| *id).collect()
    }
}

impl RefreshStore for MemoryStore {
    fn begin<'a>(
        &'a self,
        id: &'a FamilyId,
        family: StoredFamily,
        now: u64,
    ) -> StoreFuture<'a, ()> {
        let mut table = self.0.refresh.lock();
        table.forget_those_over_at(now);
        let taken = table.by_id.contains_key(id);
        if !taken {
            table.insert(*id, family);
        }
        let begun = if taken { Err("there is a family of this id already".into()) } else { Ok(()) };
        Box::pin(ready(begun))
    }

    fn find<'a>(&'a self, id: &'a FamilyId, now: u64) -> StoreFuture<'a, Option<StoredFamily>> {
        let table = self.0.refresh.lock();
        let found = table.by_id.get(id).filter(|family| now < family.until());
        Box::pin(ready(Ok(found.cloned())))
    }

    fn rotate<'a>(
        &'a self,
        id: &'a FamilyId,
        from: &'a RefreshHash,
        to: Rotation,
    ) -> StoreFuture<'a, bool> {
        Box::pin(ready(Ok(self.0.refresh.lock().rotate(id, from, to))))
    }

    fn end<'a>(&'a self, id: &'a FamilyId) -> StoreFuture<'a, bool> {
        Box::pin(ready(Ok(self.0.refresh.lock().remove(id))))
    }

    fn list<'a>(
        &'a self,
        user: &'a UserId,
        now: u64,
    ) -> StoreFuture<'a, Vec<(FamilyId, StoredFamily)>> {
        let table = self.0.refresh.lock();
        let families = table.of_user(user).into_iter();
        let families = families.filter_map(|id| Some((id, table.by_id.get(&id)?.clone())));
        let living = families.filter(|(_, family)| now < family.until()).collect();
        Box::pin(ready(Ok(living)))
    }

    fn end_all<'a>(&'a self, user: &'a UserId) -> StoreFuture<'a, Vec<FamilyId>> {
        let mut table = self.0.refresh.lock();
        let ended = table.of_user(user);
        for id in &ended {
            table.remove(id);
        }
        Box::pin(ready(Ok(ended)))
    }
}
