//! Why rules cannot be met: as few of them as cannot be met together, and what keeps them apart.

use super::World;
use super::atoms::{Atoms, exclude};
use super::demand::Demand;
use super::diagrams::{Diagram, Effort, Entangled, MOST};
use crate::hierarchy::Hierarchy;
use crate::rule::{Atom, Node, Rule};

/// Of these rules, which nobody meets, as few as nobody meets: taken apart at every AND that is
/// written, and then each left out without which nobody meets the rest either.
pub(super) fn conflict(demand: &Demand<'_>, rules: &[Rule]) -> Result<Vec<Rule>, Entangled> {
    let mut left = pieces(rules);
    let mut needed = Vec::new();
    let mut beside = demand.possible.clone();
    // INVARIANT: nobody of `beside`, who meets all that is needed, meets all that is left.
    while let Some(rule) = left.pop() {
        if !demand.diagrams.exclude(&beside, &demand.every(&left)?)? {
            beside = demand.diagrams.and(&beside, &demand.meets(&rule)?)?;
            needed.push(rule);
        }
    }
    needed.reverse();
    Ok(needed)
}

/// Says what cannot be met, and why: `role("A") && role("B")` can never be met: …
pub(super) fn explain(needed: &[Rule], accepted: Option<&[&str]>, world: World<'_>) -> String {
    let mut text = format!("`{}` can never be met", joined(needed));
    if let Some(why) = why(needed, accepted, world) {
        text = format!("{text}: {why}");
    }
    let resolved = needed.iter().filter_map(|rule| match &rule.0 {
        Node::Policy(name) => Some((rule, world.policies.get(name)?)),
        Node::Defined(policy) => Some((rule, &policy.rule)),
        _ => None,
    });
    let resolved = resolved.map(|(rule, means)| format!("; `{rule}` is `{means}`"));
    text + &resolved.collect::<String>()
}

/// Rules, taken apart at every AND.
pub(super) fn pieces(rules: &[Rule]) -> Vec<Rule> {
    let mut pieces = Vec::new();
    rules.iter().for_each(|rule| take_apart(rule, &mut pieces));
    pieces
}

/// Of these rules as few as imply another; none, if they do not.
pub(super) fn implying(
    demand: &Demand<'_>,
    rules: &[Rule],
    implied: &Rule,
) -> Result<Vec<Rule>, Entangled> {
    let denied = !implied.clone();
    let mut needed = conflict(demand, &[rules, std::slice::from_ref(&denied)].concat())?;
    needed.retain(|rule| *rule != denied);
    Ok(needed)
}

/// Rules as one would write them all.
pub(super) fn joined(rules: &[Rule]) -> String {
    let rules = rules.iter().map(|rule| match rules {
        [_] => rule.to_string(),
        _ => bracketed(rule),
    });
    rules.collect::<Vec<_>>().join(" && ")
}

fn bracketed(rule: &Rule) -> String {
    match &rule.0 {
        Node::Any(rules) if rules.len() > 1 => format!("({rule})"),
        _ => rule.to_string(),
    }
}

fn take_apart(rule: &Rule, parts: &mut Vec<Rule>) {
    match &rule.0 {
        Node::All(rules) => rules.iter().for_each(|rule| take_apart(rule, parts)),
        Node::Any(rules) if rules.len() == 1 => {
            rules.iter().for_each(|rule| take_apart(rule, parts));
        }
        _ => parts.push(rule.clone()),
    }
}

/// What, beside the rules themselves, keeps them from being met.
fn why(needed: &[Rule], accepted: Option<&[&str]>, world: World<'_>) -> Option<String> {
    let flat = Hierarchy::default();
    let met = |hierarchy, accepted| -> Option<bool> {
        let world = World { hierarchy, ..world };
        let demand = Demand::of(needed, accepted, world, Effort::of(MOST)).ok()?;
        let all: Diagram = demand.every(needed).ok()?;
        Some(!demand.diagrams.exclude(&demand.possible, &all).ok()?)
    };
    if met(world.hierarchy, None)? {
        let accepted = accepted?.join("`, `");
        return Some(format!("callers are authenticated by `{accepted}`"));
    }
    if !met(&flat, None)? {
        return None;
    }
    let atoms = Atoms::of(needed, world.policies);
    let roles = atoms.iter().filter_map(|atom| match atom {
        Atom::Role(name) => Some((atom, name)),
        _ => None,
    });
    let roles = roles.collect::<Vec<_>>();
    let pairs = roles
        .iter()
        .enumerate()
        .flat_map(|(at, one)| roles.iter().skip(at + 1).map(move |other| (one, other)));
    let apart = pairs.filter(|(one, other)| exclude(one.0, other.0, world.hierarchy));
    let apart = apart.map(|(one, other)| (one.1, other.1)).collect::<Vec<_>>();
    Some(match apart[..] {
        [] => "one role implies the other, or grants the permission".to_owned(),
        [(one, other)] => format!("the roles `{one}` and `{other}` exclude each other"),
        _ => "the roles exclude each other".to_owned(),
    })
}
