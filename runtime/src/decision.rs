//! The one place where a caller is judged. Pure: no I/O, no clock, no request.

use crate::bits::Bits;
use crate::demand::{Answers, Demand, Verdict};

/// What one verb of an endpoint asks of a caller.
#[derive(Debug)]
pub(crate) enum Access {
    /// Everyone may enter, known or not.
    Anonymous,
    /// Whoever is known may enter.
    Authenticated,
    /// Whoever is known and meets the demand may enter.
    Guarded(Demand),
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
    /// That depends on the requirement of this bit, which must be asked first.
    Ask(usize),
}

/// How a caller stands with an instance.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Standing<'a> {
    /// Nobody is calling, or nobody whom this instance knows.
    Nobody,
    /// Somebody who has roles that exclude each other.
    Conflicting,
    /// Somebody, by the names that the caller has in this instance.
    Known(&'a Bits),
}

/// Why nobody enters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// It is not known who is calling.
    Unknown,
    /// It is known, and such a caller enters nowhere: two of the roles exclude each other.
    Conflicting,
    /// It is known, and not enough.
    Insufficient,
}

/// Judges a caller; `answers` are those that requirements have given on this request.
pub(crate) fn decide(access: &Access, caller: Standing<'_>, answers: &Answers) -> Decision {
    let bits = match (access, caller) {
        (Access::Anonymous, _) => return Decision::Allow(Granted(())),
        (_, Standing::Nobody) => return Decision::Deny(Refusal::Unknown),
        (_, Standing::Conflicting) => return Decision::Deny(Refusal::Conflicting),
        (_, Standing::Known(bits)) => bits,
    };
    let demand = match access {
        Access::Anonymous | Access::Authenticated => return Decision::Allow(Granted(())),
        Access::Guarded(demand) => demand,
    };
    match demand.judge(bits, answers) {
        Verdict::Yes => Decision::Allow(Granted(())),
        Verdict::No => Decision::Deny(Refusal::Insufficient),
        Verdict::Open(requirement) => Decision::Ask(requirement),
    }
}
