//! The requirements that are registered by name, beside the policies.

use super::names::fault;
use crate::builder::Named;
use crate::interner::Interner;
use crate::problem::Problem;
use crate::requirement::{Registered, Requirement, Requirements};
use crate::rule::{Atom, Node, Policies, Rule, Text};

/// Makes their names known to policies and endpoints.
pub(super) fn declare(
    named: &[Named<Box<dyn Requirement>>],
    policies: &mut Policies,
    problems: &mut Vec<Problem>,
) {
    let is_policy = policies.keys().cloned().collect::<Vec<_>>();
    for Named { name, place, .. } in named {
        let mut refuse = |message: String| problems.push(Problem::new(message).at_call(place));
        if let Some(fault) = fault(name) {
            refuse(format!("the requirement's name {name:?} {fault}"));
        }
        if is_policy.contains(name) {
            refuse(format!(
                "`{name}` is registered as a policy and as a requirement; rename one of the two"
            ));
        } else if policies.insert(name.clone(), asking(name)).is_some() {
            refuse(format!("the requirement `{name}` is registered twice; rename one of the two"));
        }
    }
}

/// Those that a route asks, and a warning for each that nothing would ever ask.
pub(super) fn register(
    named: Vec<Named<Box<dyn Requirement>>>,
    policies: &[Named<Rule>],
    interner: &Interner,
) -> (Requirements, Vec<Problem>) {
    let (mut asked, mut warnings) = (Vec::new(), Vec::new());
    for Named { name, value: requirement, place } in named {
        if let Some(bit) = interner.requirement(&name) {
            asked.push(Registered { name, bit, requirement });
        } else if !policies.iter().any(|policy| mentions(&policy.value, &name)) {
            let message = format!("nothing asks for the requirement `{name}`");
            warnings.push(Problem::new(message).at_call(place));
        }
    }
    (Requirements(asked), warnings)
}

fn asking(name: &Text) -> Rule {
    Rule(Node::Atom(Atom::Requirement(name.clone())))
}

fn mentions(rule: &Rule, name: &Text) -> bool {
    match &rule.0 {
        Node::Policy(own) => own == name,
        Node::Atom(_) => false,
        Node::Defined(policy) => mentions(&policy.rule, name),
        Node::All(rules) | Node::Any(rules) | Node::Neither(rules) => {
            rules.iter().any(|rule| mentions(rule, name))
        }
    }
}
