//! When a session is over, and when it is renewed. Pure; all times in seconds since 1970.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::store::Span;

/// The span of a session that begins now.
pub(super) fn first(now: u64, idle: u64, limit: u64) -> Span {
    Span { since: now, until: now.saturating_add(idle).min(limit) }
}

/// The span that a session in use is to be given: as long as the one it has, as soon as less of
/// that remains than has passed, and never beyond its limit. `None` while the old one does.
pub(super) fn renewal(span: Span, limit: u64, now: u64) -> Option<Span> {
    let elapsed = now.saturating_sub(span.since);
    let remaining = span.until.saturating_sub(now);
    if remaining >= elapsed {
        return None;
    }
    let length = span.until.saturating_sub(span.since);
    let until = now.saturating_add(length).min(limit);
    (until > span.until).then_some(Span { since: now, until })
}

/// A time of day, the fraction of its second left out.
pub(super) fn seconds(time: SystemTime) -> u64 {
    time.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

#[cfg(test)]
mod tests {
    use super::{first, renewal};
    use crate::store::Span;

    #[test]
    fn renewed_when_less_remains_than_has_passed() {
        let span = first(1000, 100, 5000);
        assert_eq!(span, Span { since: 1000, until: 1100 });
        assert_eq!(renewal(span, 5000, 1050), None);
        assert_eq!(renewal(span, 5000, 1051), Some(Span { since: 1051, until: 1151 }));
        assert_eq!(renewal(span, 5000, 900), None);
    }

    #[test]
    fn never_beyond_the_limit() {
        let span = Span { since: 1000, until: 1100 };
        assert_eq!(renewal(span, 1120, 1090), Some(Span { since: 1090, until: 1120 }));
        assert_eq!(renewal(span, 1100, 1090), None);
        assert_eq!(first(1000, 100, 1010), Span { since: 1000, until: 1010 });
        assert_eq!(first(u64::MAX, 100, u64::MAX).until, u64::MAX);
    }
}
