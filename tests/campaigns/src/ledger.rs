//! What clients have been promised, kept where no kill reaches it.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

/// A family that its user has left.
#[derive(Clone, Debug)]
pub(crate) struct Left {
    /// Tokens that were consumed, whose successors have arrived. The last one first.
    pub(crate) consumed: Vec<String>,
    /// The token that was never used.
    pub(crate) current: String,
    pub(crate) since: Instant,
}

/// Shared by all clients of a campaign.
#[derive(Debug)]
pub(crate) struct Ledger {
    address: Mutex<SocketAddr>,
    left: Mutex<Vec<Left>>,
    ended: Mutex<Vec<Left>>,
    broken: Mutex<Vec<String>>,
    pub(crate) acknowledged: AtomicU64,
    pub(crate) unknown: AtomicU64,
    pub(crate) too_late: AtomicU64,
    pub(crate) dead: AtomicU64,
    over: AtomicBool,
}

impl Ledger {
    pub(crate) fn new(address: SocketAddr) -> Self {
        Self {
            address: Mutex::new(address),
            left: Mutex::default(),
            ended: Mutex::default(),
            broken: Mutex::default(),
            acknowledged: AtomicU64::new(0),
            unknown: AtomicU64::new(0),
            too_late: AtomicU64::new(0),
            dead: AtomicU64::new(0),
            over: AtomicBool::new(false),
        }
    }

    /// Where the application is now.
    pub(crate) fn address(&self) -> SocketAddr {
        *lock(&self.address)
    }

    pub(crate) fn moved(&self, address: SocketAddr) {
        *lock(&self.address) = address;
    }

    /// One more promise that did not hold.
    pub(crate) fn broken(&self, what: String) {
        lock(&self.broken).push(what);
    }

    pub(crate) fn complaints(&self) -> Vec<String> {
        lock(&self.broken).clone()
    }

    pub(crate) fn leave(&self, family: Left) {
        lock(&self.left).push(family);
    }

    /// A family that was left before then, if there is one.
    pub(crate) fn left_before(&self, then: Instant) -> Option<Left> {
        let mut left = lock(&self.left);
        let oldest = left.iter().position(|family| family.since < then)?;
        Some(left.remove(oldest))
    }

    pub(crate) fn ended(&self, family: Left) {
        lock(&self.ended).push(family);
    }

    /// Some of those that have ended.
    pub(crate) fn some_ended(&self, number: usize) -> Vec<Left> {
        let ended = lock(&self.ended);
        let step = (ended.len() / number).max(1);
        ended.iter().step_by(step).cloned().collect()
    }

    pub(crate) fn end(&self) {
        self.over.store(true, Ordering::Relaxed);
    }

    pub(crate) fn is_over(&self) -> bool {
        self.over.load(Ordering::Relaxed)
    }

    pub(crate) fn count(of: &AtomicU64) {
        of.fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn read(of: &AtomicU64) -> u64 {
        of.load(Ordering::Relaxed)
    }
}

/// A client that has panicked has left whole entries behind: each change is one step.
fn lock<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}
