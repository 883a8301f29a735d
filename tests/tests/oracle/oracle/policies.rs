//! Policies with a name, as they are told to the builder.

use super::{Caller, Policy, known, spoken};

pub(super) const POLICIES: &[Policy] = spoken![
    managers,
    managers_with_a_level_who_may,
    managers_or_admins,
    no_managers,
    policy_of_policies,
    joined_first,
    parted_first,
    negated,
    lists_at_run_time,
    values_at_run_time,
    crowded,
];

fn manager(who: &Caller) -> bool {
    who.role("Manager") && who.claim("level")
}

fn may_read(who: &Caller) -> bool {
    who.permission("read") || who.scope("read")
}

fn managers(_: &str, who: &Caller) -> bool {
    known(who) && manager(who)
}

fn managers_with_a_level_who_may(_: &str, who: &Caller) -> bool {
    known(who) && manager(who) && may_read(who) && who.permission("A")
}

fn managers_or_admins(_: &str, who: &Caller) -> bool {
    known(who) && (manager(who) || who.role("Admin"))
}

fn no_managers(_: &str, who: &Caller) -> bool {
    known(who) && !manager(who) && who.scope("write")
}

fn policy_of_policies(_: &str, who: &Caller) -> bool {
    let editor_who_may_not_read = who.role("Editor") && !may_read(who);
    known(who) && (manager(who) || editor_who_may_not_read)
}

fn joined_first(_: &str, who: &Caller) -> bool {
    let both = who.role("Admin") && who.permission("A");
    known(who) && (both || who.scope("read"))
}

fn parted_first(_: &str, who: &Caller) -> bool {
    let either = who.role("Admin") || who.permission("A");
    known(who) && either && who.scope("read")
}

fn negated(_: &str, who: &Caller) -> bool {
    let either = who.role("Admin") || who.role("admin");
    let both = who.permission("A") && who.permission("B");
    known(who) && !either && !both
}

fn lists_at_run_time(_: &str, who: &Caller) -> bool {
    let any = who.role("Admin") || who.role("Manager") || who.role("Editor");
    let all = who.permission("A") && who.permission("B") && who.permission("C");
    known(who) && any && (all || who.claim("dept"))
}

fn values_at_run_time(_: &str, who: &Caller) -> bool {
    let high_engineer = who.claim_is("level", 7) && who.claim_is("dept", "eng");
    known(who) && (high_engineer || who.claim_is("groups", true) && who.role("Editor"))
}

/// Two hundred ways in for admins, and nobody has one of those roles.
fn crowded(_: &str, who: &Caller) -> bool {
    let has_one_of_them = false;
    known(who) && (who.role("Admin") && has_one_of_them || who.role("Editor"))
}
