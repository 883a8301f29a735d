//! How many attempts may fail. Bounded memory, whatever strangers send.
//!
//! [`attempts`] asks a [`counter`] for each of three ways to count, and [`familiar`].

mod attempts;
mod counter;
mod familiar;
mod fingerprint;

use std::time::Duration;

pub(super) use attempts::{Attempts, Refused};

use crate::problem::Problem;

/// How many attempts to sign in may fail before further ones are answered with 429 and
/// `Retry-After`, without being looked at.
///
/// Failures are counted by account *and* address, by address, and by account. Each way allows a
/// number at once, and then one per interval. How and why: [`HttpBasic`](crate::HttpBasic).
#[derive(Clone, Copy, Debug)]
pub struct Throttle {
    pub(super) pair: Limit,
    pub(super) address: Limit,
    pub(super) account: Limit,
    pub(super) at_once: usize,
}

/// A number of failures at once, and one more whenever this much time has passed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limit {
    pub(super) burst: u32,
    pub(super) interval: Duration,
}

const MOST: u32 = 10_000;
const SHORTEST: Duration = Duration::from_secs(1);
const LONGEST: Duration = Duration::from_secs(24 * 3600);

impl Throttle {
    /// 10 failures for an account from an address, then one a minute; 100 from an address for
    /// any accounts, then one every 10 s; 100 for an account from addresses where nobody has
    /// signed in to it within 30 days, then one every 5 min (NIST SP 800-63B §3.2.2 allows 100
    /// in a row). At most 64 checks at once.
    #[must_use]
    pub fn new() -> Self {
        Self {
            pair: Limit::new(10, Duration::from_secs(60)),
            address: Limit::new(100, Duration::from_secs(10)),
            account: Limit::new(100, Duration::from_secs(300)),
            at_once: 64,
        }
    }

    /// Failures for one account from one address.
    #[must_use]
    pub fn per_account_and_address(mut self, burst: u32, then_one_every: Duration) -> Self {
        self.pair = Limit::new(burst, then_one_every);
        self
    }

    /// Failures from one address (of IPv6: one /64 network), whatever the account.
    #[must_use]
    pub fn per_address(mut self, burst: u32, then_one_every: Duration) -> Self {
        self.address = Limit::new(burst, then_one_every);
        self
    }

    /// Failures for one account from all addresses where nobody has signed in to it.
    #[must_use]
    pub fn per_account(mut self, burst: u32, then_one_every: Duration) -> Self {
        self.account = Limit::new(burst, then_one_every);
        self
    }

    /// How many passwords are checked at the same time; others wait. Hashing is slow by
    /// purpose, and takes a core each.
    #[must_use]
    pub fn checks_at_once(mut self, most: usize) -> Self {
        self.at_once = most;
        self
    }

    pub(super) fn problems(&self) -> Vec<Problem> {
        let limits = [
            ("account and address", self.pair),
            ("address", self.address),
            ("account", self.account),
        ];
        let odd = limits.into_iter().filter(|(_, limit)| !limit.is_sound());
        let mut problems = odd
            .map(|(what, Limit { burst, interval })| {
                Problem::new(format!(
                    "{burst} failures per {what}, then one every {interval:?}, is no limit: allow \
                     1 to {MOST}, then one every {SHORTEST:?} to {LONGEST:?}"
                ))
            })
            .collect::<Vec<_>>();
        if self.at_once == 0 {
            problems.push(Problem::new("no password could ever be checked: `checks_at_once(0)`"));
        }
        problems
    }
}

impl Default for Throttle {
    fn default() -> Self {
        Self::new()
    }
}

impl Limit {
    fn new(burst: u32, interval: Duration) -> Self {
        Self { burst, interval }
    }

    fn is_sound(&self) -> bool {
        (1..=MOST).contains(&self.burst) && (SHORTEST..=LONGEST).contains(&self.interval)
    }
}
