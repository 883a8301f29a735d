//! Whether any scheme is left, and whether each that is left can be of use, told while the
//! program is compiled.

use super::accepted::Accepted;
use super::columns::Column;
use super::demand::Demand;
use super::text::{Text, same};
use super::units::Unit;
use crate::endpoint::Endpoint;
use crate::group::Group;
use crate::rule::Atom;

/// Whether an endpoint and its groups name a scheme in common, and a caller can enter by each
/// of them.
///
/// # Panics
///
/// If not: that is how the compiler tells.
#[track_caller]
#[expect(clippy::panic, reason = "the only way in which a constant can refuse")]
pub const fn weigh_schemes(endpoint: &Endpoint) {
    let accepted = Accepted::of(endpoint.schemes, endpoint.group);
    let Some(names) = accepted.names() else {
        return;
    };
    if let Some(message) = none_left(endpoint.handler, names, endpoint.group) {
        panic!("{}", message.as_str());
    }
    if let Some(message) = useless(endpoint, &accepted, names) {
        panic!("{}", message.as_str());
    }
}

/// Whether a group and the groups around it name a scheme in common.
///
/// # Panics
///
/// If not: that is how the compiler tells.
#[track_caller]
#[expect(clippy::panic, reason = "the only way in which a constant can refuse")]
pub const fn weigh_group_schemes(group: Group) {
    let grouping = group.grouping();
    let accepted = Accepted::of(grouping.schemes, grouping.parent);
    let Some(names) = accepted.names() else {
        return;
    };
    if let Some(message) = none_left(grouping.name, names, grouping.parent) {
        panic!("{}", message.as_str());
    }
}

const fn none_left(who: &str, names: &[&str], group: Option<Group>) -> Option<Text> {
    if !names.is_empty() {
        return None;
    }
    let text = Text::new("").and_quoted(who).and(" accepts no scheme: ");
    let mut group = group;
    while let Some(outer) = group {
        let grouping = outer.grouping();
        if !grouping.schemes.is_empty() {
            let text = text.and("its own and those of its group ").and_quoted(grouping.name);
            return Some(text.and(" have none in common; name one that both accept"));
        }
        group = grouping.parent;
    }
    Some(text.and("name one"))
}

/// A scheme by which nobody can enter, where others are of use. On an anonymous verb each is: it
/// tells who is calling.
const fn useless(endpoint: &Endpoint, accepted: &Accepted<'_>, names: &[&str]) -> Option<Text> {
    if !endpoint.anonymous.is_empty() {
        return None;
    }
    let Some(weighing) = Demand::of(endpoint, None).weighed(accepted) else {
        return None;
    };
    let everything = weighing.before(weighing.demand.count());
    if everything.is_nobody() {
        return None;
    }
    let mut rest = names;
    while let Some((name, behind)) = rest.split_first() {
        let mut number = 0;
        // Without its name in a rule, a scheme is as good as any other that is not named.
        let mut others = everything;
        let mut asked = false;
        while let Some(unit) = weighing.units.get(number) {
            if let Unit::Atom(Atom::Scheme(known)) = unit {
                let column = Column::unit(unit, &weighing.units);
                if same(super::units::text(known), name) {
                    asked = true;
                    others = others.and(&column);
                } else {
                    others = others.and(&column.not());
                }
            }
            number += 1;
        }
        if others.is_nobody() {
            let text = Text::new("nobody can enter ").and_quoted(endpoint.handler);
            let text = text.and(" by scheme ").and_quoted(name);
            let why = if asked { "its clauses forbid it" } else { "its clauses demand another" };
            return Some(text.and(": ").and(why).and("; remove the scheme, or change the policy"));
        }
        rest = behind;
    }
    None
}
