//! Everyone on these verbs, further requirements on those, and `HEAD`.

use super::{Caller, Policy, known, reads, spoken};

pub(super) const POLICIES: &[Policy] = spoken![
    open,
    open_on_every_verb,
    open_on_one_verb,
    open_on_several_verbs,
    open_or_known,
    open_on_its_only_verb,
    on_one_verb,
    on_several_verbs,
    on_beside_open_verbs,
    on_alone,
    every_verb_its_own,
    head_follows_get,
    head_follows_open_get,
    head_is_stricter,
    head_is_closed,
    head_is_open,
    shared_for_reading,
    shared_for_writing,
    shared_for_a_look,
];

fn open(_: &str, _: &Caller) -> bool {
    true
}

fn open_on_every_verb(_: &str, _: &Caller) -> bool {
    true
}

fn open_on_one_verb(verb: &str, who: &Caller) -> bool {
    verb == "POST"
        || known(who)
            && (who.role("Admin") || who.role("Manager"))
            && who.permission("A")
            && who.permission("B")
}

fn open_on_several_verbs(verb: &str, who: &Caller) -> bool {
    reads(verb) || verb == "PATCH" || known(who) && who.role("Editor")
}

fn open_or_known(verb: &str, who: &Caller) -> bool {
    verb == "OPTIONS" || known(who)
}

fn open_on_its_only_verb(_: &str, _: &Caller) -> bool {
    true
}

fn on_one_verb(verb: &str, who: &Caller) -> bool {
    let may_write = verb != "PUT" || who.permission("A");
    known(who) && (who.role("Admin") || who.role("Editor")) && may_write
}

fn on_several_verbs(verb: &str, who: &Caller) -> bool {
    let enough = match verb {
        "PUT" => who.permission("A") && who.permission("B"),
        "DELETE" => who.role("Admin") && (who.claim("dept") || who.claim_is("level", 7)),
        _ => true,
    };
    known(who) && who.scope("read") && enough
}

fn on_beside_open_verbs(verb: &str, who: &Caller) -> bool {
    match verb {
        "POST" => true,
        "DELETE" => known(who) && who.role("Manager") && (who.role("Admin") || !who.claim("dept")),
        _ => known(who) && who.role("Manager"),
    }
}

fn on_alone(verb: &str, who: &Caller) -> bool {
    let manager = who.role("Manager") && who.claim("level");
    known(who) && (verb != "POST" || manager)
}

fn every_verb_its_own(verb: &str, who: &Caller) -> bool {
    known(who)
        && match verb {
            "GET" | "HEAD" => who.scope("read"),
            "POST" => who.permission("A"),
            "PUT" => who.permission("B"),
            "PATCH" => who.permission("C"),
            "DELETE" => who.role("Admin"),
            "OPTIONS" => who.claim("dept"),
            _ => false,
        }
}

fn head_follows_get(verb: &str, who: &Caller) -> bool {
    known(who) && who.role("Editor") && (!reads(verb) || who.role("Manager"))
}

fn head_follows_open_get(verb: &str, who: &Caller) -> bool {
    reads(verb) || known(who) && who.role("Manager")
}

fn head_is_stricter(verb: &str, who: &Caller) -> bool {
    known(who) && who.role("Editor") && (verb != "HEAD" || who.permission("B"))
}

fn head_is_closed(verb: &str, who: &Caller) -> bool {
    verb == "GET" || known(who) && who.scope("write")
}

fn head_is_open(verb: &str, who: &Caller) -> bool {
    verb == "HEAD" || known(who) && who.role("Manager")
}

fn shared_for_reading(_: &str, who: &Caller) -> bool {
    known(who) && who.scope("read")
}

fn shared_for_writing(_: &str, who: &Caller) -> bool {
    known(who) && who.scope("write")
}

fn shared_for_a_look(_: &str, who: &Caller) -> bool {
    known(who) && who.role("Manager")
}
