//! When a token is accepted.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::super::read::Registered;
use super::{Acceptance, Refusal, ensure};

/// From when on a token is accepted, and from when on no longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct Window {
    pub(in super::super) from: SystemTime,
    pub(in super::super) until: SystemTime,
    /// `exp` and the leeway.
    pub(in super::super) expires: SystemTime,
}

/// The refusals of a token that will be accepted later.
#[cfg(feature = "oauth")]
pub(in super::super) const NOT_YET: [Refusal; 2] = [TOO_EARLY, FROM_THE_FUTURE];

const TOO_EARLY: Refusal = "the token is not valid yet";
const FROM_THE_FUTURE: Refusal = "the token was issued in the future";

impl Acceptance {
    /// `exp`, `nbf`, `iat` (RFC 7519 §4.1.4–6), `exp` being required (RFC 9068 §2.2).
    pub(super) fn times(
        &self,
        claims: &Registered<'_>,
        now: SystemTime,
    ) -> Result<Window, Refusal> {
        let leeway = self.leeway.as_secs_f64();
        let now = now.duration_since(UNIX_EPOCH).map_err(|_| "the clock is before 1970")?;
        let now = now.as_secs_f64();
        let expires = claims.expires.ok_or("`exp` is missing")?;
        // The current time must be *before* it, so equal is too late.
        ensure(now < expires + leeway, "the token has expired")?;
        let (mut from, mut until) = (0.0_f64, expires + leeway);
        if let Some(earliest) = claims.not_before {
            ensure(earliest <= now + leeway, TOO_EARLY)?;
            from = from.max(earliest - leeway);
        }
        if let Some(issued) = claims.issued {
            ensure(issued <= now + leeway, FROM_THE_FUTURE)?;
            from = from.max(issued - leeway);
        }
        if let Some(max_age) = self.max_age {
            let issued = claims.issued.ok_or("`iat` is missing")?;
            let too_old = issued + max_age.as_secs_f64() + leeway;
            ensure(now < too_old, "the token is too old")?;
            until = until.min(too_old);
        }
        ensure(expires >= 0.0, "`exp` is out of range")?;
        let time = |since| time(since).ok_or("`exp` is out of range");
        let (expires, end) = (time(expires + leeway)?, until);
        let until = if end < claims.expires.unwrap_or(end) + leeway { time(end)? } else { expires };
        Ok(Window { from: time(from)?, until, expires })
    }
}

/// A time after 1970, if there is one.
fn time(since: f64) -> Option<SystemTime> {
    UNIX_EPOCH.checked_add(Duration::try_from_secs_f64(since).ok()?)
}
