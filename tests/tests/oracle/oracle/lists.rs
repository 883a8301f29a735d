//! Roles, permissions and scopes in lists.

use super::{Caller, Policy, known, spoken};

pub(super) const POLICIES: &[Policy] = spoken![
    anyone_known,
    one_role,
    any_role,
    every_role,
    role_in_small_letters,
    any_permission,
    every_permission,
    permission_named_as_a_scope,
    any_scope,
    every_scope,
    scope_named_as_a_permission,
    one_of_each_kind,
    any_role_and_every_role,
    any_permission_and_every_permission,
    every_list_there_is,
];

fn anyone_known(_: &str, who: &Caller) -> bool {
    known(who)
}

fn one_role(_: &str, who: &Caller) -> bool {
    known(who) && who.role("Editor")
}

fn any_role(_: &str, who: &Caller) -> bool {
    known(who) && (who.role("Admin") || who.role("Manager"))
}

fn every_role(_: &str, who: &Caller) -> bool {
    known(who) && who.role("Admin") && who.role("Editor")
}

fn role_in_small_letters(_: &str, who: &Caller) -> bool {
    known(who) && who.role("admin")
}

fn any_permission(_: &str, who: &Caller) -> bool {
    known(who) && (who.permission("A") || who.permission("B") || who.permission("C"))
}

fn every_permission(_: &str, who: &Caller) -> bool {
    known(who) && who.permission("A") && who.permission("B") && who.permission("read")
}

fn permission_named_as_a_scope(_: &str, who: &Caller) -> bool {
    known(who) && who.permission("read")
}

fn any_scope(_: &str, who: &Caller) -> bool {
    known(who) && (who.scope("read") || who.scope("write"))
}

fn every_scope(_: &str, who: &Caller) -> bool {
    known(who) && who.scope("read") && who.scope("write")
}

fn scope_named_as_a_permission(_: &str, who: &Caller) -> bool {
    known(who) && who.scope("read")
}

fn one_of_each_kind(_: &str, who: &Caller) -> bool {
    known(who)
        && (who.role("Admin") || who.role("Manager"))
        && (who.permission("A") || who.permission("B"))
        && (who.scope("read") || who.scope("write"))
        && (who.claim("dept") || who.claim("level"))
}

fn any_role_and_every_role(_: &str, who: &Caller) -> bool {
    known(who)
        && (who.role("Admin") || who.role("Manager"))
        && who.role("Editor")
        && who.role("admin")
}

fn any_permission_and_every_permission(_: &str, who: &Caller) -> bool {
    known(who)
        && (who.permission("A") || who.permission("B"))
        && who.permission("C")
        && who.permission("read")
}

fn every_list_there_is(_: &str, who: &Caller) -> bool {
    known(who)
        && (who.role("Admin") || who.role("admin"))
        && who.role("Manager")
        && (who.permission("A") || who.permission("C"))
        && who.permission("B")
        && who.scope("read")
        && who.scope("write")
        && (who.claim("dept") || who.claim("groups"))
        && who.claim("level")
}
