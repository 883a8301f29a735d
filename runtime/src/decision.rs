//! The one place where a caller is judged. Pure: no I/O, no clock, no request.

use crate::bits::Bits;
use crate::mask::Mask;

/// What one verb of an endpoint asks of a caller.
#[derive(Debug)]
pub(crate) enum Access {
    /// Everyone may enter, known or not.
    Anonymous,
    /// Whoever is known may enter.
    Authenticated,
    /// Whoever is known and meets the demand may enter.
    Guarded(Mask),
}

/// Proof that `decide` said yes. Only this module can make one, and no handler runs
/// without it.
#[derive(Debug)]
#[must_use]
pub struct Granted(());

/// What was decided.
#[derive(Debug)]
pub(crate) enum Decision {
    Allow(Granted),
    Deny(Refusal),
}

/// Why nobody enters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// It is not known who is calling.
    Unknown,
    /// It is known, and not enough.
    Insufficient,
}

/// Judges a caller by the names that the caller has in this instance; `None` is nobody.
pub(crate) fn decide(access: &Access, caller: Option<&Bits>) -> Decision {
    match (access, caller) {
        (Access::Anonymous, _) | (Access::Authenticated, Some(_)) => Decision::Allow(Granted(())),
        (_, None) => Decision::Deny(Refusal::Unknown),
        (Access::Guarded(demand), Some(bits)) if demand.holds(bits) => Decision::Allow(Granted(())),
        (Access::Guarded(_), Some(_)) => Decision::Deny(Refusal::Insufficient),
    }
}
