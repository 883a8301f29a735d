//! When the keys of a provider are fetched. Never while a request waits whose key is there; by
//! one task for all workers, so that there is no stampede; never twice within the rest.
//!
//! Whoever is in the way of a fetch claims it under the lock, so there is one at a time. It runs
//! in a task of the worker that was first; if that worker ends, the next token starts another.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use tokio::runtime::Handle;
use tokio::sync::{Notify, watch};
use tokio::time;

use super::super::key::{Fetched, KeyRing};
use super::super::trust::Trust;
use super::Authority;
use super::source::Source;
use crate::clock::Clock;
use crate::random::Random;
use crate::scheme::Setup;

/// The least time between the beginnings of two fetches.
const REST: Duration = Duration::from_secs(30);

/// How soon a fetch that has failed is tried again in the background.
const RETRY: Duration = Duration::from_secs(60);

/// The keys of one provider: shared by all workers of an instance.
#[derive(Debug)]
pub(in super::super) struct Keeper {
    source: Source,
    ring: Arc<KeyRing>,
    /// Demanded as `iss`. `None`: any.
    issuer: Option<String>,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Random>,
    refresh: Duration,
    time_limit: Duration,
    state: Mutex<State>,
    /// When keys are to be fetched again, in seconds since 1970: looked at with every token.
    due: AtomicU64,
    /// Whether a task is there to fetch.
    attended: AtomicBool,
    wake: Arc<Notify>,
    /// Told whenever a fetch has ended, well or not.
    ended: watch::Sender<()>,
}

#[derive(Debug, Default)]
struct State {
    begun: Option<SystemTime>,
    is_fetching: bool,
    has_keys: bool,
}

/// What asking for keys has come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Asked {
    /// The provider has told its keys, now or before.
    Known,
    /// It never has.
    Never,
}

impl Keeper {
    /// # Errors
    ///
    /// What is wrong with the configuration. Nothing is asked yet.
    pub(in super::super) fn new(
        authority: &Authority,
        trust: &Trust,
        setup: &Setup,
    ) -> Result<Arc<Self>, String> {
        Ok(Arc::new(Self {
            source: Source::new(authority)?,
            ring: Arc::clone(&trust.ring),
            issuer: trust.issuer.clone(),
            clock: Arc::clone(setup.clock()),
            random: Arc::clone(setup.random()),
            refresh: authority.refresh,
            time_limit: authority.time_limit,
            state: Mutex::default(),
            due: AtomicU64::new(0),
            attended: AtomicBool::new(false),
            wake: Arc::new(Notify::new()),
            ended: watch::Sender::new(()),
        }))
    }

    /// Sees to it that keys are fetched in the background when they are due. Called with every
    /// token; does not wait.
    pub(in super::super) fn tend(self: &Arc<Self>, now: SystemTime) {
        let is_attended = self.attended.load(Ordering::Relaxed);
        if (self.is_due(now) && self.claim(now)) || !is_attended {
            self.attend();
        }
    }

    /// Fetches keys, unless that was done just now; waits for a fetch that is under way.
    pub(in super::super) async fn ask(self: &Arc<Self>, now: SystemTime) -> Asked {
        // Before the claim, so that the end of it is not missed.
        let mut ended = self.ended.subscribe();
        if self.claim(now) {
            self.attend();
        }
        if self.lock().is_fetching {
            // The fetch has a limit of its own; this one is for a worker that is stuck.
            let _ = time::timeout(self.time_limit * 2, ended.changed()).await;
        }
        if self.lock().has_keys { Asked::Known } else { Asked::Never }
    }

    /// Whether tokens of the provider carry this `iss`.
    pub(super) fn is_named(&self, issuer: Option<&str>) -> bool {
        self.issuer.is_some() && self.issuer.as_deref() == issuer
    }

    /// Whether tokens of the provider may carry any `iss`, or none.
    pub(super) fn is_any(&self) -> bool {
        self.issuer.is_none()
    }

    /// Whether the key for such a token may be one that is not there yet.
    pub(super) fn lacks(&self, kid: Option<&str>, algorithm: &str) -> bool {
        let known = self.ring.current();
        self.source.accepts(algorithm) && !known.iter().any(|key| key.is_selected_by(kid))
    }

    fn is_due(&self, now: SystemTime) -> bool {
        let left = self.due.load(Ordering::Relaxed).checked_sub(seconds(now));
        // Longer than an interval can be: the clock was set back.
        left.is_none_or(|left| left == 0 || left > 2 * self.refresh.as_secs())
    }

    /// Whether a fetch may begin now: it is then the caller's.
    fn claim(&self, now: SystemTime) -> bool {
        let mut state = self.lock();
        // A clock that was set back by more than the rest is not waited for.
        let since =
            |begun: SystemTime| now.duration_since(begun).unwrap_or_else(|ahead| ahead.duration());
        if state.is_fetching || state.begun.is_some_and(|begun| since(begun) < REST) {
            return false;
        }
        state.is_fetching = true;
        state.begun = Some(now);
        true
    }

    /// Wakes the task that fetches, or starts it in this worker.
    fn attend(self: &Arc<Self>) {
        if self.attended.swap(true, Ordering::AcqRel) {
            return self.wake.notify_one();
        }
        let attendant = Attendant(Arc::downgrade(self));
        match Handle::try_current() {
            Ok(worker) => drop(worker.spawn(attendant.work(Arc::clone(&self.wake)))),
            // Outside of a runtime there is no network.
            Err(_) => drop(attendant),
        }
    }

    async fn fetch(&self) {
        let issuer = self.source.issuer();
        let fetched = match time::timeout(self.time_limit, self.source.fetch()).await {
            Ok(fetched) => fetched,
            Err(_) => Err("it took too long".to_owned()),
        };
        let next = match fetched {
            Ok(Fetched { keys, left_out }) => {
                tracing::debug!(issuer, keys = keys.len(), ?left_out, "keys fetched");
                self.ring.replace(keys.into_iter().map(Arc::new).collect());
                self.lock().has_keys = true;
                self.jittered(self.refresh)
            }
            Err(why) => {
                tracing::warn!(issuer, why, "keys not fetched; those of the last time go on");
                self.jittered(RETRY.min(self.refresh))
            }
        };
        let due = self.clock.now().checked_add(next).map_or(u64::MAX, seconds);
        self.due.store(due, Ordering::Relaxed);
        self.end();
    }

    fn end(&self) {
        self.lock().is_fetching = false;
        self.ended.send_replace(());
    }

    /// Up to a tenth more or less.
    fn jittered(&self, interval: Duration) -> Duration {
        let mut bytes = [0; 2];
        // Without chance there is no jitter; nothing depends on it.
        let _ = self.random.fill(&mut bytes);
        let part = f64::from(u16::from_le_bytes(bytes)) / f64::from(u16::MAX);
        interval.mul_f64(0.9 + 0.2 * part)
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // Every change is one assignment, so a panic elsewhere leaves nothing half done.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.wake.notify_one();
    }
}

/// The task that fetches: as long as its worker and the instance are there.
struct Attendant(Weak<Keeper>);

impl Attendant {
    async fn work(self, wake: Arc<Notify>) {
        while let Some(keeper) = self.0.upgrade() {
            let now = keeper.clock.now();
            let is_claimed = keeper.lock().is_fetching;
            if is_claimed || (keeper.is_due(now) && keeper.claim(now)) {
                keeper.fetch().await;
            }
            let rest = keeper.due.load(Ordering::Relaxed).saturating_sub(seconds(now)).max(1);
            drop(keeper);
            let _ = time::timeout(Duration::from_secs(rest), wake.notified()).await;
        }
    }
}

impl Drop for Attendant {
    fn drop(&mut self) {
        let Some(keeper) = self.0.upgrade() else { return };
        keeper.attended.store(false, Ordering::Release);
        if keeper.lock().is_fetching {
            // It was interrupted: whoever comes next may try at once.
            keeper.lock().begun = None;
            keeper.end();
        }
    }
}

fn seconds(time: SystemTime) -> u64 {
    time.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}
