//! Conditions with and, or, not and parentheses.

use super::{Caller, Policy, known, spoken};

pub(super) const POLICIES: &[Policy] = spoken![
    either,
    both,
    and_binds_tighter_than_or,
    parentheses_bind_tighter_than_and,
    not_binds_tightest,
    not_both,
    neither,
    not_this_or_that,
    not_twice,
    nested,
    three_ways_in,
    values,
    beside_a_list,
];

fn either(_: &str, who: &Caller) -> bool {
    known(who) && (who.role("Admin") || who.permission("A"))
}

fn both(_: &str, who: &Caller) -> bool {
    known(who) && who.role("Admin") && who.scope("read")
}

fn and_binds_tighter_than_or(_: &str, who: &Caller) -> bool {
    let writer_of_no_department = who.permission("A") && !who.claim("dept");
    known(who) && (who.role("Admin") || writer_of_no_department)
}

fn parentheses_bind_tighter_than_and(_: &str, who: &Caller) -> bool {
    let admin_or_writer = who.role("Admin") || who.permission("A");
    known(who) && admin_or_writer && !who.claim("dept")
}

fn not_binds_tightest(_: &str, who: &Caller) -> bool {
    let no_admin = !who.role("Admin");
    known(who) && no_admin && who.role("Manager")
}

fn not_both(_: &str, who: &Caller) -> bool {
    let both = who.role("Admin") && who.role("Manager");
    known(who) && !both
}

fn neither(_: &str, who: &Caller) -> bool {
    let either = who.scope("read") || who.scope("write");
    known(who) && !either
}

fn not_this_or_that(_: &str, who: &Caller) -> bool {
    let has_neither = !who.role("Admin") && !who.permission("A");
    known(who) && (has_neither || who.scope("write"))
}

fn not_twice(_: &str, who: &Caller) -> bool {
    let admin_without_b = who.role("Admin") && !who.permission("B");
    known(who) && admin_without_b
}

fn nested(_: &str, who: &Caller) -> bool {
    let manager_who_can = who.role("Manager") && (who.permission("A") || who.scope("read"));
    let high_outside_ops = who.claim_is("level", 7) && !who.claim_is("groups", "ops");
    known(who) && (who.role("Admin") || manager_who_can) && !high_outside_ops
}

fn three_ways_in(_: &str, who: &Caller) -> bool {
    let as_admin = who.role("Admin") && who.permission("A");
    let as_manager = who.role("Manager") && who.permission("B");
    let as_editor = who.role("Editor") && who.permission("C") && who.permission("read");
    known(who) && (as_admin || as_manager || as_editor)
}

fn values(_: &str, who: &Caller) -> bool {
    let engineer = who.claim_is("dept", "eng") && who.claim_is("level", 7);
    known(who) && (engineer || who.claim_is("groups", true) && !who.claim("level"))
}

fn beside_a_list(_: &str, who: &Caller) -> bool {
    known(who)
        && (who.role("Editor") || who.role("Manager"))
        && (who.permission("A") || !who.permission("B"))
        && who.scope("read")
}
