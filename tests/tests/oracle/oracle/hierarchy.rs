//! Managers lead, who leads is of the staff and may plan, and so is an editor, who may not.

use super::{Caller, Policy, known, spoken};

pub(super) const POLICIES: &[Policy] = spoken![staff, planners, outsiders, managers_who_are_staff];

fn is_staff(who: &Caller) -> bool {
    who.role("Manager") || who.role("Editor")
}

fn staff(_: &str, who: &Caller) -> bool {
    known(who) && is_staff(who)
}

fn planners(_: &str, who: &Caller) -> bool {
    known(who) && who.role("Manager")
}

fn outsiders(_: &str, who: &Caller) -> bool {
    known(who) && (!is_staff(who) || who.role("Manager") && who.permission("A"))
}

fn managers_who_are_staff(_: &str, who: &Caller) -> bool {
    known(who) && who.role("Manager")
}
