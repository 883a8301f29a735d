//! Named policies put in place of their names, once, at start-up.

use std::collections::BTreeMap;

use super::{Node, Rule, Rules, Text};

/// The policies that are registered, by name.
pub(crate) type Policies = BTreeMap<Text, Rule>;

/// Why a rule cannot be judged.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Unresolved {
    /// The policy in whose rule the fault is; `None` if it is in the rule itself.
    pub(crate) within: Option<Text>,
    pub(crate) fault: Fault,
}

/// What is wrong with a rule.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Fault {
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
        Resolver { policies, within: Vec::new() }.resolve(self)
    }

    /// The same for the rule of the policy with this name.
    ///
    /// # Errors
    ///
    /// As for [`Rule::resolve`].
    pub(crate) fn resolve_as(&self, name: &Text, policies: &Policies) -> Result<Self, Unresolved> {
        Resolver { policies, within: vec![name.clone()] }.resolve(self)
    }
}

struct Resolver<'a> {
    policies: &'a Policies,
    /// The policies that are being resolved, the outermost first.
    within: Vec<Text>,
}

impl Resolver<'_> {
    fn resolve(&mut self, rule: &Rule) -> Result<Rule, Unresolved> {
        let node = match &rule.0 {
            Node::Atom(atom) => Node::Atom(atom.clone()),
            Node::Policy(name) => return self.named(name),
            Node::Defined(policy) => return self.resolve(&policy.rule),
            Node::All(rules) => Node::All(self.each(rules)?),
            Node::Any(rules) => Node::Any(self.each(rules)?),
            Node::Neither(rules) => Node::Neither(self.each(rules)?),
        };
        Ok(Rule(node))
    }

    fn named(&mut self, name: &Text) -> Result<Rule, Unresolved> {
        if let Some(start) = self.within.iter().position(|outer| outer == name) {
            let circle = self.within.iter().skip(start).cloned().collect();
            return Err(self.fault(Fault::Cycle(circle)));
        }
        let Some(rule) = self.policies.get(name) else {
            return Err(self.fault(Fault::Unknown(name.clone())));
        };
        self.within.push(name.clone());
        let resolved = self.resolve(rule);
        self.within.pop();
        resolved
    }

    fn each(&mut self, rules: &Rules) -> Result<Rules, Unresolved> {
        if rules.is_empty() {
            return Err(self.fault(Fault::Empty));
        }
        rules.iter().map(|rule| self.resolve(rule)).collect()
    }

    fn fault(&self, fault: Fault) -> Unresolved {
        Unresolved { within: self.within.last().cloned(), fault }
    }
}
