//! Whether an attempt may be made, and what comes of it.

use std::fmt;
use std::io;
use std::net::IpAddr;
use std::pin::pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, UNIX_EPOCH};

use tokio::sync::Notify;
use zeroize::Zeroizing;

use super::Throttle;
use super::counter::Counter;
use super::familiar::Familiar;
use super::fingerprint::Fingerprints;
use crate::clock::Clock;
use crate::scheme::Setup;

/// How many attempts wait for others to end. Further ones are sent away.
const MOST_WAITING: usize = 256;

/// The attempts to sign in by one scheme.
pub(in crate::http_basic) struct Attempts {
    state: Mutex<State>,
    /// An attempt has ended.
    ended: Notify,
    fingerprints: Fingerprints,
    clock: Arc<dyn Clock>,
    at_once: usize,
}

struct State {
    pair: Counter,
    address: Counter,
    account: Counter,
    familiar: Familiar,
    running: usize,
    waiting: usize,
}

/// Why an attempt may not be made.
#[derive(Debug)]
pub(in crate::http_basic) enum Refused {
    /// Too many have failed. How long to wait.
    Throttled(Duration),
    /// Too many are waiting.
    Overloaded,
}

/// What an attempt is counted by.
#[derive(Clone, Copy)]
struct Marks {
    pair: u128,
    address: Option<u128>,
    account: u128,
    /// The account at the address, however it came.
    home: Option<u128>,
}

/// An attempt that is being made. One that is dropped unended, as when its check panics or its
/// connection goes away, has failed.
pub(in crate::http_basic) struct Attempt<'a> {
    attempts: &'a Attempts,
    marks: Marks,
    /// Whether it counts against the account as a whole.
    unfamiliar: bool,
    end: End,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Failed,
    Succeeded,
    Nothing,
}

impl Attempts {
    pub(in crate::http_basic) fn new(throttle: &Throttle, setup: &Setup) -> io::Result<Self> {
        let mut key = Zeroizing::new([0; 16]);
        setup.random().fill(&mut *key)?;
        Ok(Self {
            state: Mutex::new(State {
                pair: Counter::new(throttle.pair),
                address: Counter::new(throttle.address),
                account: Counter::new(throttle.account),
                familiar: Familiar::new(),
                running: 0,
                waiting: 0,
            }),
            ended: Notify::new(),
            fingerprints: Fingerprints::new(key),
            clock: Arc::clone(setup.clock()),
            at_once: throttle.at_once,
        })
    }

    /// Begins an attempt; waits while those that are being made could, failing, use up what is
    /// allowed. So guesses that are sent all at once are no more than guesses one by one, and
    /// right passwords that are sent all at once are all right.
    ///
    /// An attempt that a browser was `lured` into by a page of somebody else counts for itself:
    /// such pages cannot use up what the user may mistype.
    pub(in crate::http_basic) async fn begin(
        &self,
        account: &str,
        address: Option<IpAddr>,
        lured: bool,
    ) -> Result<Attempt<'_>, Refused> {
        let of = |account, address, lured| self.fingerprints.of(account, address, lured);
        let marks = Marks {
            pair: of(Some(account), address, lured),
            address: address.map(|address| of(None, Some(address), lured)),
            account: of(Some(account), None, false),
            home: address.map(|address| of(Some(account), Some(address), false)),
        };
        if let Some(attempt) = self.try_begin(marks)? {
            return Ok(attempt);
        }
        let _place = Waiting::among(self)?;
        loop {
            let mut ended = pin!(self.ended.notified());
            // Before it is tried: an attempt that ends in between is noticed.
            ended.as_mut().enable();
            if let Some(attempt) = self.try_begin(marks)? {
                return Ok(attempt);
            }
            ended.await;
        }
    }

    /// `None` if it must wait.
    fn try_begin(&self, marks: Marks) -> Result<Option<Attempt<'_>>, Refused> {
        let now = self.now();
        let mut state = self.lock();
        let unfamiliar = !marks.home.is_some_and(|home| state.familiar.knows(home, now));
        let asked = state.counters(marks, unfamiliar);
        let waits = asked.iter().filter_map(|(counter, mark)| counter.wait(*mark, now));
        if let Some(longest) = waits.max() {
            return Err(Refused::Throttled(longest));
        }
        let busy = asked.iter().any(|(counter, mark)| counter.is_busy(*mark, now));
        drop(asked);
        if busy || state.running >= self.at_once {
            return Ok(None);
        }
        state
            .counters(marks, unfamiliar)
            .into_iter()
            .for_each(|(counter, mark)| counter.begin(mark));
        state.running += 1;
        drop(state);
        Ok(Some(Attempt { attempts: self, marks, unfamiliar, end: End::Failed }))
    }

    fn now(&self) -> u64 {
        let since = self.clock.now().duration_since(UNIX_EPOCH).unwrap_or_default();
        u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // Counting does not panic; were it to, a count that is off by one is no reason to stop.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// The counters that an attempt is asked about, and charged to.
    fn counters(&mut self, marks: Marks, unfamiliar: bool) -> Vec<(&mut Counter, u128)> {
        let mut counters = vec![(&mut self.pair, marks.pair)];
        counters.extend(marks.address.map(|address| (&mut self.address, address)));
        if unfamiliar {
            counters.push((&mut self.account, marks.account));
        }
        counters
    }
}

impl Attempt<'_> {
    /// The password was right. The address is familiar from now on.
    pub(in crate::http_basic) fn succeeded(mut self) {
        self.end = End::Succeeded;
    }

    /// The name or the password was wrong.
    pub(in crate::http_basic) fn failed(self) {}

    /// It could not be found out.
    pub(in crate::http_basic) fn came_to_nothing(mut self) {
        self.end = End::Nothing;
    }
}

impl Drop for Attempt<'_> {
    fn drop(&mut self) {
        let now = self.attempts.now();
        let failed_at = (self.end == End::Failed).then_some(now);
        let mut state = self.attempts.lock();
        for (counter, mark) in state.counters(self.marks, self.unfamiliar) {
            counter.end(mark, failed_at);
        }
        if let Some(home) = self.marks.home.filter(|_| self.end == End::Succeeded) {
            state.familiar.remember(home, now);
        }
        state.running = state.running.saturating_sub(1);
        drop(state);
        self.attempts.ended.notify_waiters();
    }
}

/// A place among those that wait.
struct Waiting<'a>(&'a Attempts);

impl<'a> Waiting<'a> {
    fn among(attempts: &'a Attempts) -> Result<Self, Refused> {
        let mut state = attempts.lock();
        if state.waiting >= MOST_WAITING {
            return Err(Refused::Overloaded);
        }
        state.waiting += 1;
        Ok(Self(attempts))
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        let mut state = self.0.lock();
        state.waiting = state.waiting.saturating_sub(1);
    }
}

impl fmt::Debug for Attempts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Attempts").field("at_once", &self.at_once).finish_non_exhaustive()
    }
}
