//! How long what is good.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::problem::Problem;

const SECOND: Duration = Duration::from_secs(1);
const DAY: Duration = Duration::from_secs(24 * 3600);

/// Longer ones should be refresh tokens.
const LONGEST_ACCESS: Duration = DAY;

/// As long as browsers keep a cookie at most (RFC 6265bis §5.5).
const LONGEST: Duration = Duration::from_secs(400 * 24 * 3600);

/// A client that was not answered asks again sooner.
const LONGEST_GRACE: Duration = Duration::from_secs(300);

#[derive(Clone, Copy, Debug)]
pub(super) struct Spans {
    pub(super) access: Duration,
    pub(super) idle: Duration,
    pub(super) absolute: Duration,
    pub(super) grace: Duration,
}

impl Default for Spans {
    fn default() -> Self {
        Self {
            access: Duration::from_secs(5 * 60),
            idle: Duration::from_secs(4 * 3600),
            absolute: 30 * DAY,
            grace: Duration::from_secs(10),
        }
    }
}

impl Spans {
    /// What makes no sense.
    pub(super) fn check(&self) -> Vec<Problem> {
        let Self { access, idle, absolute, grace } = *self;
        let faults = [
            (access < SECOND, "access tokens are good for less than a second"),
            (access > LONGEST_ACCESS, "access tokens are good for more than a day"),
            (idle < SECOND, "refresh tokens are good for less than a second"),
            (absolute > LONGEST, "a login lasts for more than 400 days"),
            (access > idle, "access tokens are good for longer than refresh tokens"),
            (idle > absolute, "a refresh token is good for longer than a login lasts"),
            (grace > Duration::ZERO && grace < SECOND, "a grace of less than a second is none"),
            (grace > LONGEST_GRACE, "the grace is longer than 5 minutes"),
            (grace > access, "the grace is longer than an access token is good for"),
        ];
        let wrong = faults.into_iter().filter(|(wrong, _)| *wrong);
        wrong.map(|(_, fault)| Problem::new(format!("the refresh tokens: {fault}"))).collect()
    }
}

/// Seconds since 1970.
pub(super) fn seconds(time: SystemTime) -> u64 {
    time.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

pub(super) fn time(seconds: u64) -> SystemTime {
    UNIX_EPOCH.checked_add(Duration::from_secs(seconds)).unwrap_or(UNIX_EPOCH)
}
