//! The routes of an instance, each with its rules resolved and compiled.

use super::policies::describe;
use crate::decision::Access;
use crate::demand::Demand;
use crate::endpoint::Endpoint;
use crate::interner::Interner;
use crate::problem::Problem;
use crate::rule::{Fault, Policies, Rule, Text, Unresolved};
use crate::verb::Verb;

/// A gate, but for its schemes.
#[derive(Debug)]
pub(crate) struct Draft {
    pub(crate) endpoint: &'static Endpoint,
    pub(crate) path: Text,
    pub(crate) verb: Verb,
    pub(crate) access: Access,
    pub(crate) rules: Vec<Rule>,
}

type Further = (&'static Endpoint, Vec<(Verb, Text)>);

/// The routes of these endpoints and those that are known only at run time.
pub(super) fn draft(
    selected: Vec<&'static Endpoint>,
    further: &[Further],
    policies: &Policies,
    interner: &mut Interner,
    problems: &mut Vec<Problem>,
) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let linked = selected.into_iter().map(|endpoint| (endpoint, endpoint.served().collect()));
    for (endpoint, routes) in linked.chain(further.iter().cloned()) {
        for (verb, path) in routes {
            match access(endpoint, verb, policies, interner) {
                Ok((rules, access)) => {
                    drafts.push(Draft { endpoint, path, verb, access, rules });
                }
                Err(unresolved) => {
                    // A policy's own fault is told where it is registered, and not again for
                    // everyone who uses it.
                    if unresolved.within.is_none() || problems.is_empty() {
                        let user = endpoint.to_string();
                        let message = describe(&unresolved.fault, &user, policies);
                        problems.push(endpoint.problem(message));
                    }
                }
            }
        }
    }
    // The linker's order is nobody's order.
    drafts.sort_by(|a, b| key(a).cmp(&key(b)));
    drafts
}

fn key(draft: &Draft) -> (&Text, Verb, &str, u32) {
    (&draft.path, draft.verb, draft.endpoint.file, draft.endpoint.line)
}

/// The rules of one verb, compiled.
fn access(
    endpoint: &'static Endpoint,
    verb: Verb,
    policies: &Policies,
    interner: &mut Interner,
) -> Result<(Vec<Rule>, Access), Unresolved> {
    let rules = endpoint.rules_on(verb).map(|rule| rule.resolve(policies));
    let rules = rules.collect::<Result<Vec<_>, _>>()?;
    if endpoint.anonymous.contains(&verb) {
        return Ok((rules, Access::Anonymous));
    }
    if rules.is_empty() {
        return Ok((rules, Access::Authenticated));
    }
    let empty = || Unresolved { within: None, fault: Fault::Empty };
    let demand = Demand::compile(&rules, interner).ok_or_else(empty)?;
    Ok((rules, Access::Guarded(demand)))
}
