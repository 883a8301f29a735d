//! What a rule means. This is the definition: the masks that requests are judged by are
//! tested against it, and the explanations are read from it.

use super::{Atom, Node, Rule, Text};

/// Whether a rule holds for a caller of whom `has` tells each single name. `None` where the
/// rule is no sound demand: a list is empty, or a policy's name was never resolved. Nobody is
/// granted anything by `None`, negated or not.
pub(crate) fn holds(rule: &Rule, has: &dyn Fn(&Atom) -> bool) -> Option<bool> {
    match &rule.0 {
        Node::Atom(atom) => Some(has(atom)),
        Node::Policy(_) => None,
        Node::Defined(policy) => holds(&policy.rule, has),
        Node::All(rules) => Some(count(rules, has)? == rules.len()),
        Node::Any(rules) => Some(count(rules, has)? > 0),
        Node::Neither(rules) => Some(count(rules, has)? == 0),
    }
}

/// How many of these rules hold, if there are any and each is sound.
fn count(rules: &[Rule], has: &dyn Fn(&Atom) -> bool) -> Option<usize> {
    if rules.is_empty() {
        return None;
    }
    rules.iter().try_fold(0, |sum, rule| Some(sum + usize::from(holds(rule, has)?)))
}

/// Scopes that would be enough for a caller to meet a rule, if nothing but scopes is missing
/// (for `scope=`, RFC 6750 §3.1). Of alternatives the first that would do.
pub(crate) fn missing_scopes(rule: &Rule, has: &dyn Fn(&Atom) -> bool) -> Option<Vec<Text>> {
    let wanted = wanted_scopes(rule, has)?;
    let with_them = |atom: &Atom| match atom {
        Atom::Scope(name) => wanted.contains(name) || has(atom),
        other => has(other),
    };
    let enough = holds(rule, &with_them)?;
    enough.then_some(wanted)
}

fn wanted_scopes(rule: &Rule, has: &dyn Fn(&Atom) -> bool) -> Option<Vec<Text>> {
    if holds(rule, has)? {
        return Some(Vec::new());
    }
    match &rule.0 {
        Node::Atom(Atom::Scope(name)) => Some(vec![name.clone()]),
        Node::All(rules) => rules.iter().try_fold(Vec::new(), |mut sum, rule| {
            for name in wanted_scopes(rule, has)? {
                if !sum.contains(&name) {
                    sum.push(name);
                }
            }
            Some(sum)
        }),
        Node::Any(rules) => rules.iter().find_map(|rule| wanted_scopes(rule, has)),
        Node::Defined(policy) => wanted_scopes(&policy.rule, has),
        Node::Atom(_) | Node::Policy(_) | Node::Neither(_) => None,
    }
}

/// Whether a scope is among what a rule asks.
pub(crate) fn asks_scopes(rule: &Rule) -> bool {
    match &rule.0 {
        Node::Atom(atom) => matches!(atom, Atom::Scope(_)),
        Node::Policy(_) => false,
        Node::Defined(policy) => asks_scopes(&policy.rule),
        Node::All(rules) | Node::Any(rules) | Node::Neither(rules) => rules.iter().any(asks_scopes),
    }
}
