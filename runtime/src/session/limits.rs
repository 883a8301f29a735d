//! How long sessions may last.

use std::time::Duration;

use crate::problem::Problem;

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// The longest that browsers keep a cookie (RFC 6265bis §5.5).
const LONGEST: Duration = Duration::from_secs(400 * DAY);

/// How long sessions may last: without being used, and altogether. In whole seconds.
///
/// A session that is used is renewed when less than half of its span remains, for as long as
/// its span was, and never beyond the absolute limit. So one that is idle ends after at least
/// half of the idle limit and at most all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    pub(super) idle: Duration,
    pub(super) absolute: Duration,
}

impl Limits {
    /// The longest time that a session lasts without a request, and the longest time that it
    /// lasts at all: at least a second, at most 400 days, and the first not above the second.
    #[must_use]
    pub const fn new(idle: Duration, absolute: Duration) -> Self {
        Self { idle, absolute }
    }

    /// 30 days, idle or not: NIST SP 800-63B-4 §2.1.3, authentication assurance level 1.
    #[must_use]
    pub const fn aal1() -> Self {
        Self::of(30 * DAY, 30 * DAY)
    }

    /// 1 hour idle, 24 hours altogether: NIST SP 800-63B-4 §2.2.3, authentication assurance
    /// level 2. The default.
    #[must_use]
    pub const fn aal2() -> Self {
        Self::of(HOUR, 24 * HOUR)
    }

    /// 15 minutes idle, 12 hours altogether: NIST SP 800-63B-4 §2.3.3, authentication assurance
    /// level 3.
    #[must_use]
    pub const fn aal3() -> Self {
        Self::of(15 * MINUTE, 12 * HOUR)
    }

    /// 5 minutes idle, 4 hours altogether: for high-value applications, by the ranges of the
    /// OWASP Session Management Cheat Sheet, “Session Expiration”.
    #[must_use]
    pub const fn owasp_high_value() -> Self {
        Self::of(5 * MINUTE, 4 * HOUR)
    }

    /// 30 minutes idle, 8 hours altogether: for low-risk applications, by the same ranges.
    #[must_use]
    pub const fn owasp_low_risk() -> Self {
        Self::of(30 * MINUTE, 8 * HOUR)
    }

    const fn of(idle: u64, absolute: u64) -> Self {
        Self::new(Duration::from_secs(idle), Duration::from_secs(absolute))
    }

    /// What is wrong with them.
    pub(super) fn check(self) -> Option<Problem> {
        let wrong = if self.idle.as_secs() == 0 {
            "a session is to last for less than a second without being used"
        } else if self.idle > self.absolute {
            "the idle limit of sessions is longer than the absolute one"
        } else if self.absolute > LONGEST {
            "a session is to last for more than 400 days, and browsers keep no cookie for longer \
             (RFC 6265bis §5.5)"
        } else {
            return None;
        };
        Some(Problem::new(wrong))
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self::aal2()
    }
}
