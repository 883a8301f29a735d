//! What is pointless in a policy that is registered, told where it is registered.

use super::conflict::{conflict, explain};
use super::demand::Demand;
use super::diagrams::Entangled;
use super::parts::parts;
use super::told::{beyond, by_clause, change_nothing, is_about};
use super::{Findings, World};
use crate::builder::Named;
use crate::problem::Problem;
use crate::rule::Rule;

/// Weighs one policy, whatever schemes there are: instances that serve different endpoints may
/// share their policies, and which schemes are tried is known where a policy is used.
pub(super) fn weigh(policy: &Named<Rule>, world: World<'_>, findings: &mut Findings) {
    // Policies that cannot be judged are told already.
    if policy.value.resolve_as(&policy.name, world.policies).is_err() {
        return;
    }
    if try_weigh(policy, world, findings).is_err() {
        let message = format!(
            "the policy `{}` is too entangled to be weighed: whether it can be met, and whether \
             each part of it matters, is not known; it is judged exactly all the same",
            policy.name
        );
        findings.entangled.insert(policy.name.clone());
        findings.give_up(Problem::new(message).at_call(policy.place));
    }
}

fn try_weigh(
    policy: &Named<Rule>,
    world: World<'_>,
    findings: &mut Findings,
) -> Result<(), Entangled> {
    let Named { name, value: rule, place } = policy;
    let demand = Demand::of([rule], None, world, findings.effort())?;
    let meets = demand.meets(rule)?;
    let never = demand.diagrams.exclude(&demand.possible, &meets)?;
    if never || demand.diagrams.implies(&demand.possible, &meets)? {
        // A policy of policies is as pointless as they are.
        let by_itself = !is_about(rule, &|other| findings.pointless.contains(other));
        findings.pointless.insert(name.clone());
        if by_itself {
            let what = if never {
                let needed = conflict(&demand, std::slice::from_ref(rule))?;
                let why = explain(&needed, None, world);
                format!("the policy `{name}` is met by nobody: {why}")
            } else {
                format!("the policy `{name}` demands nothing: every caller meets `{rule}`")
            };
            findings.problems.push(Problem::new(what + &beyond([rule], world)).at_call(place));
        }
        return Ok(());
    }
    let (parts, _) = parts(&demand, std::slice::from_ref(rule), &demand.possible)?;
    for (_, rules) in by_clause(parts) {
        let what = change_nothing(&rules);
        let message = format!("in the policy `{name}` {what}; leave out what is not needed");
        findings.warnings.push(Problem::new(message).at_call(place));
    }
    Ok(())
}
