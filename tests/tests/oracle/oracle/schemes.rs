//! By which scheme somebody came.

use super::{Caller, Policy, spoken};

pub(super) const POLICIES: &[Policy] = spoken![
    by_badge: ["badge"],
    editors_by_badge: ["badge"],
    by_either: ["badge", "token"],
    by_badge_or_as_admin: ["token", "badge"],
    more_by_token: ["badge", "token"],
    admins_alone_by_token: ["ticket", "token", "badge"],
];

fn by_badge(_: &str, who: &Caller) -> bool {
    who.by("badge")
}

fn editors_by_badge(verb: &str, who: &Caller) -> bool {
    verb == "POST" || who.by("badge") && who.role("Editor")
}

fn by_either(_: &str, who: &Caller) -> bool {
    who.by("badge") || who.by("token")
}

fn by_badge_or_as_admin(_: &str, who: &Caller) -> bool {
    who.by("badge") || who.by("token") && who.role("Admin")
}

fn more_by_token(verb: &str, who: &Caller) -> bool {
    let known = who.by("badge") || who.by("token");
    let may_write = verb != "PUT" || !who.by("badge") && who.permission("A");
    known && who.scope("read") && may_write
}

fn admins_alone_by_token(_: &str, who: &Caller) -> bool {
    let known = who.by("ticket") || who.by("token") || who.by("badge");
    who.by("ticket") || who.by("badge") && who.claim("dept") || known && who.role("Admin")
}
