//! Revocations in memory.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::future::ready;
use std::ops::Bound;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::MemoryStore;
use crate::store::{Position, Revocable, Revocation, RevocationStore, Revoked, StoreFuture};

/// How many are read at once.
const PAGE: usize = 4096;

#[derive(Debug, Default)]
pub(super) struct Revocations(Mutex<Table>);

#[derive(Debug, Default)]
struct Table {
    last: u64,
    by_position: BTreeMap<u64, Revocation>,
    /// INVARIANT: this and `by_end` are about those of `by_position`, and no other.
    positions: HashMap<(String, Revocable), u64>,
    by_end: BTreeSet<(u64, u64)>,
}

impl Revocations {
    fn lock(&self) -> MutexGuard<'_, Table> {
        // No step of a change can panic half-way.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Table {
    /// Puts it behind all others, in the place of an earlier one about the same.
    fn push(&mut self, revocation: Revocation) {
        let about = (revocation.issuer.clone(), revocation.what.at_any_time());
        let earlier = self.positions.get(&about).copied().and_then(|at| self.remove(at));
        let revocation = revocation.with(earlier);
        self.last += 1;
        self.positions.insert(about, self.last);
        if let Some(until) = revocation.until {
            self.by_end.insert((until, self.last));
        }
        self.by_position.insert(self.last, revocation);
    }

    fn remove(&mut self, position: u64) -> Option<Revocation> {
        let revocation = self.by_position.remove(&position)?;
        self.positions.remove(&(revocation.issuer.clone(), revocation.what.at_any_time()));
        if let Some(until) = revocation.until {
            self.by_end.remove(&(until, position));
        }
        Some(revocation)
    }

    fn forget_those_over_at(&mut self, now: u64) {
        while let Some((_, position)) = self.by_end.first().copied().filter(|(end, _)| *end <= now)
        {
            self.remove(position);
        }
    }

    fn after(&self, asked: Position, now: u64) -> Revoked {
        let behind = (Bound::Excluded(asked.0), Bound::Unbounded);
        let living = |revocation: &Revocation| revocation.until.is_none_or(|until| now < until);
        let page = self.by_position.range(behind).filter(|(_, it)| living(it)).take(PAGE);
        let (positions, revocations): (Vec<_>, Vec<_>) =
            page.map(|(position, it)| (*position, it.clone())).unzip();
        // One that was never given: another store has given it.
        let end = asked.0.min(self.last);
        let more = positions.len() == PAGE;
        let position = Position(positions.last().copied().unwrap_or(end));
        Revoked { revocations, position, more }
    }
}

impl RevocationStore for MemoryStore {
    fn revoke(&self, revocation: Revocation, now: u64) -> StoreFuture<'_, ()> {
        let mut table = self.0.revocations.lock();
        table.forget_those_over_at(now);
        table.push(revocation);
        Box::pin(ready(Ok(())))
    }

    fn after(&self, position: Position, now: u64) -> StoreFuture<'_, Revoked> {
        Box::pin(ready(Ok(self.0.revocations.lock().after(position, now))))
    }
}
