//! The policies that are registered by name.

use super::names::{fault, hint};
use crate::builder::Named;
use crate::problem::Problem;
use crate::rule::{Policies, Rule, Unresolved};

/// The policies by name, each checked by itself.
pub(super) fn collect(named: &[Named<Rule>], problems: &mut Vec<Problem>) -> Policies {
    let mut policies = Policies::new();
    for Named { name, value, place } in named {
        if let Some(fault) = fault(name) {
            problems
                .push(Problem::new(format!("the policy's name {name:?} {fault}")).at_call(place));
        }
        if policies.insert(name.clone(), value.clone()).is_some() {
            let message = format!("the policy `{name}` is registered twice; rename one of the two");
            problems.push(Problem::new(message).at_call(place));
        }
    }
    for Named { name, value, place } in named {
        if let Err(unresolved) = value.resolve(&policies) {
            let message = describe(&unresolved, &format!("the policy `{name}`"), &policies);
            problems.push(Problem::new(message).at_call(place));
        }
    }
    policies
}

/// Why what `user` asks for makes no sense.
pub(super) fn describe(unresolved: &Unresolved, user: &str, policies: &Policies) -> String {
    match unresolved {
        Unresolved::Unknown(name) => {
            let hint = hint(name, policies.keys().map(AsRef::as_ref));
            let next = if hint.is_empty() {
                format!("; register it with `.policy({name:?}, …)`")
            } else {
                hint
            };
            format!("{user} names the policy `{name}`, which is not registered{next}")
        }
        Unresolved::Cycle(names) => {
            let circle = names.iter().chain(names.first()).map(AsRef::as_ref);
            let circle = circle.collect::<Vec<&str>>().join("` → `");
            format!("{user} goes round in a circle: `{circle}`")
        }
        Unresolved::Empty => format!("{user} has an empty list in it, which nobody could meet"),
    }
}
