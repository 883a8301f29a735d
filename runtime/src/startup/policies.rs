//! The policies that are registered by name.

use std::collections::btree_map::Entry;

use super::names::{fault, hint};
use super::requirements;
use crate::builder::Named;
use crate::problem::Problem;
use crate::requirement::Requirement;
use crate::rule::{Fault, Policies, Rule, Unresolved};

/// The policies by name, each checked by itself, and the requirements, which share their names.
pub(super) fn collect(
    named: &[Named<Rule>],
    requirements: &[Named<Box<dyn Requirement>>],
    problems: &mut Vec<Problem>,
) -> Policies {
    let mut policies = Policies::new();
    for Named { name, value, place } in named {
        let mut refuse = |message: String| problems.push(Problem::new(message).at_call(place));
        if let Some(fault) = fault(name) {
            refuse(format!("the policy's name {name:?} {fault}"));
        }
        match policies.entry(name.clone()) {
            Entry::Vacant(free) => {
                free.insert(value.clone());
            }
            Entry::Occupied(_) => {
                refuse(format!("the policy `{name}` is registered twice; rename one of the two"));
            }
        }
    }
    requirements::declare(requirements, &mut policies, problems);
    for Named { name, value, place } in named {
        let own = |unresolved: &Unresolved| match &unresolved.fault {
            Fault::Cycle(circle) => circle.first() == Some(name),
            Fault::Unknown(_) | Fault::Empty => unresolved.within.as_ref() == Some(name),
        };
        if let Some(unresolved) = value.resolve_as(name, &policies).err().filter(own) {
            let message = describe(&unresolved.fault, &format!("the policy `{name}`"), &policies);
            problems.push(Problem::new(message).at_call(place));
        }
    }
    policies
}

/// Why what `user` asks for makes no sense.
pub(super) fn describe(fault: &Fault, user: &str, policies: &Policies) -> String {
    match fault {
        Fault::Unknown(name) => {
            let hint = hint(name, policies.keys().map(AsRef::as_ref));
            let next = if hint.is_empty() {
                format!("; register it with `.policy({name:?}, …)`")
            } else {
                hint
            };
            format!("{user} names the policy `{name}`, which is not registered{next}")
        }
        Fault::Cycle(names) => {
            let circle = names.iter().chain(names.first()).map(AsRef::as_ref);
            let circle = circle.collect::<Vec<&str>>().join("` → `");
            format!("{user} closes a circle of policies: `{circle}`")
        }
        Fault::Empty => format!("{user} has an empty list in it, which nobody could meet"),
    }
}
