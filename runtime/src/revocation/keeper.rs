//! What this process knows of revocations, how old that is, and whom it keeps out.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use super::set::{Look, Set};
use crate::clock::Clock;
use crate::principal::Principal;
use crate::store::{Position, Revocation, RevocationStore, StoreError};

#[derive(Debug)]
pub(super) struct Keeper {
    pub(super) store: Arc<dyn RevocationStore>,
    pub(super) clock: Arc<dyn Clock>,
    /// How old what is known may be.
    pub(super) bound: Duration,
    pub(super) longest_life: Option<Duration>,
    pub(super) set: Set,
    /// Where ages are counted from: the time of day may be set back.
    pub(super) opened: Instant,
    /// When the last reading began that has read all there was: nanoseconds since `opened`.
    pub(super) read_at: AtomicU64,
}

/// Whether a caller may go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    Good,
    Revoked,
    /// It may live longer than was promised.
    LivesTooLong,
    /// What is known is too old.
    Unknown,
}

impl Keeper {
    pub(super) fn standing(&self, caller: &Principal) -> Standing {
        match self.set.look(caller) {
            Look::Revoked => return Standing::Revoked,
            Look::New(_) if !self.keeps_the_promise(caller) => return Standing::LivesTooLong,
            Look::New(state) => caller.remember_clean(state),
            Look::Clean => {}
        }
        if self.is_up_to_date() { Standing::Good } else { Standing::Unknown }
    }

    fn is_up_to_date(&self) -> bool {
        let read_at = Duration::from_nanos(self.read_at.load(Ordering::Acquire));
        self.opened.elapsed().saturating_sub(read_at) <= self.bound
    }

    /// Entries about users vanish after the longest life, so nobody may outlive that.
    fn keeps_the_promise(&self, caller: &Principal) -> bool {
        let Some(longest) = self.longest_life else { return true };
        let issued = caller.marks().issued.map(Duration::from_secs);
        let last = issued.and_then(|at| at.checked_add(longest)?.checked_add(SECOND));
        let last = last.and_then(|last| UNIX_EPOCH.checked_add(last));
        caller.expires_at().zip(last).is_some_and(|(end, last)| end <= last)
    }

    /// Until when a revocation of a user is needed of whom nobody was vouched for after `up_to`.
    pub(super) fn users_until(&self, up_to: u64) -> Option<u64> {
        // A fraction of a second is left out of `up_to`.
        let longest = self.longest_life?.as_secs().saturating_add(2);
        Some(up_to.saturating_add(longest))
    }

    /// Reads what is new, until there is no more of it. Whatever becomes of it, `from` is where to
    /// go on.
    ///
    /// # Errors
    ///
    /// If the store cannot be asked, or begins anew.
    pub(super) async fn read(&self, from: &mut Position) -> Result<(), StoreError> {
        loop {
            let began = self.opened.elapsed();
            let read = self.store.after(*from, self.now()).await?;
            if read.position < *from {
                *from = Position::default();
                return Err("it has lost what it knew; this process still knows".into());
            }
            read.revocations.iter().for_each(|revocation| self.set.insert(revocation));
            *from = read.position;
            // Not until nothing is read: others may revoke without a pause.
            if !read.more || read.revocations.is_empty() {
                let began = u64::try_from(began.as_nanos()).unwrap_or(u64::MAX);
                self.read_at.fetch_max(began, Ordering::AcqRel);
                return Ok(());
            }
        }
    }

    /// Obeyed here from the first moment, and kept when this is done.
    pub(super) async fn revoke(&self, revocation: Revocation) -> Result<(), StoreError> {
        self.set.insert(&revocation);
        self.store.revoke(revocation, self.now()).await
    }

    /// Seconds since 1970.
    pub(super) fn now(&self) -> u64 {
        self.clock.now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
    }
}

const SECOND: Duration = Duration::from_secs(1);

/// The first whole second, since 1970, from a time on.
pub(super) fn second_of(time: SystemTime) -> u64 {
    let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
    since.as_secs().saturating_add(u64::from(since.subsec_nanos() > 0))
}
