//! Named policies put in place of their names, once, at start-up.

use std::collections::BTreeMap;

use super::{Node, Rule, Rules, Text};

/// The policies that are registered, by name.
pub(crate) type Policies = BTreeMap<Text, Rule>;

/// Why a rule cannot be judged.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Unresolved {
    /// Nothing is registered under this name.
    Unknown(Text),
    /// The policies that lead back to the first of them.
    Cycle(Vec<Text>),
    /// An `all_of`, `any_of` or `!` of nothing, which could never be met, or met by everyone.
    Empty,
}

impl Rule {
    /// The same rule with every policy's name replaced by the policy's rule.
    ///
    /// # Errors
    ///
    /// [`Unresolved`]: an unknown name, a cycle or an empty list anywhere in it.
    pub(crate) fn resolve(&self, policies: &Policies) -> Result<Self, Unresolved> {
        resolve(self, policies, &mut Vec::new())
    }
}

fn resolve(rule: &Rule, policies: &Policies, within: &mut Vec<Text>) -> Result<Rule, Unresolved> {
    let node = match &rule.0 {
        Node::Atom(atom) => Node::Atom(atom.clone()),
        Node::Policy(name) => return named(name, policies, within),
        Node::All(rules) => Node::All(each(rules, policies, within)?),
        Node::Any(rules) => Node::Any(each(rules, policies, within)?),
        Node::Neither(rules) => Node::Neither(each(rules, policies, within)?),
    };
    Ok(Rule(node))
}

fn named(name: &Text, policies: &Policies, within: &mut Vec<Text>) -> Result<Rule, Unresolved> {
    if let Some(start) = within.iter().position(|outer| outer == name) {
        return Err(Unresolved::Cycle(within.iter().skip(start).cloned().collect()));
    }
    let rule = policies.get(name).ok_or_else(|| Unresolved::Unknown(name.clone()))?;
    within.push(name.clone());
    let resolved = resolve(rule, policies, within);
    within.pop();
    resolved
}

fn each(rules: &Rules, policies: &Policies, within: &mut Vec<Text>) -> Result<Rules, Unresolved> {
    if rules.is_empty() {
        return Err(Unresolved::Empty);
    }
    rules.iter().map(|rule| resolve(rule, policies, within)).collect()
}
