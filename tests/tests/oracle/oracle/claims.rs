//! Claims that are there, and claims that say something.

use super::{Caller, Policy, known, spoken};

pub(super) const POLICIES: &[Policy] = spoken![
    any_claim,
    every_claim,
    claim_is_a_text,
    claim_is_a_number,
    claim_is_a_text_of_digits,
    claim_is_true,
    claim_is_false,
    claim_is_a_text_of_truth,
    claim_is_among_others,
    claim_is_a_number_among_others,
    claim_is_there_or_says_something,
    every_claim_says_something,
    claim_says_two_things,
];

fn any_claim(_: &str, who: &Caller) -> bool {
    known(who) && (who.claim("dept") || who.claim("groups"))
}

fn every_claim(_: &str, who: &Caller) -> bool {
    known(who) && who.claim("dept") && who.claim("level") && who.claim("groups")
}

fn claim_is_a_text(_: &str, who: &Caller) -> bool {
    known(who) && who.claim_is("dept", "eng")
}

fn claim_is_a_number(_: &str, who: &Caller) -> bool {
    known(who) && who.claim_is("level", 7)
}

fn claim_is_a_text_of_digits(_: &str, who: &Caller) -> bool {
    known(who) && (who.claim_is("level", "7") || who.claim_is("dept", "eng"))
}

fn claim_is_true(_: &str, who: &Caller) -> bool {
    known(who) && who.claim_is("groups", true)
}

fn claim_is_false(_: &str, who: &Caller) -> bool {
    known(who) && (who.claim_is("groups", false) || who.claim_is("level", 7))
}

fn claim_is_a_text_of_truth(_: &str, who: &Caller) -> bool {
    known(who) && (who.claim_is("groups", "true") || who.claim_is("level", 7))
}

fn claim_is_among_others(_: &str, who: &Caller) -> bool {
    known(who) && who.claim_is("groups", "ops")
}

fn claim_is_a_number_among_others(_: &str, who: &Caller) -> bool {
    known(who) && who.claim_is("groups", 5)
}

fn claim_is_there_or_says_something(_: &str, who: &Caller) -> bool {
    known(who)
        && (who.claim_is("dept", "sales") || who.claim_is("level", -7) || who.claim("groups"))
}

fn every_claim_says_something(_: &str, who: &Caller) -> bool {
    known(who)
        && who.claim_is("dept", "eng")
        && who.claim_is("level", 7)
        && who.claim_is("groups", "ops")
}

fn claim_says_two_things(_: &str, who: &Caller) -> bool {
    known(who) && who.claim_is("groups", "ops") && who.claim_is("groups", true)
}
